package dev.muster.cli.send;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.cli.InMemoryProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A single message that a campaign's checks and guards would stop: what a user sees of it, and that nobody gets it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SingleMessageGuardsTest {
    private static final String TO = "+15550110965";
    private static final String MAP = "https://example.com/map.png";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "See https://evil.example/x|danger: the policy does not allow links to evil.example [policy/allowed-link-hosts]",
                "See evil.example|links to evil.example [policy/allowed-link-hosts]",
                "See EVIL.EXAMPLE:8080/x|[policy/allowed-link-hosts]",
                "See *bit.ly/abc*|links to bit.ly [policy/allowed-link-hosts]",
                "See https://ex\u0430mple.com|links to ex\u0430mple.com (xn--exmple-4nf.com)",
                "See https://example.com.evil.example|links to example.com.evil.example [policy/allowed-link-hosts]",
                "See https://example.com@evil.example|[policy/allowed-link-hosts]",
                "See exam\u200Bple.net|[policy/allowed-link-hosts]",
                "See http://203.0.113.7/|[policy/allowed-link-hosts]",
                "Hi Ann.{name}|[message/placeholder-missing]",
                "Hi {name}|danger: nothing is filled in for `name`; the person would read the raw `{name}`",
                "Hi {{name}}|error: people would read `{{name}}` literally [message/placeholder-malformed]",
                "Hi { name }|[message/placeholder-malformed]",
                "Hi name}|[message/placeholder-malformed]",
                "Hi {labels}|[message/placeholder-missing]",
                "Your code\u202E 4711|error: `--text` holds <U+202E>, which cannot be seen in review",
                "Your\u00ADcode 4711|<U+00AD>",
                "Your\u200Bcode 4711|<U+200B>",
                "Your\tcode|<U+0009>",
                "Your\u0007code|<U+0007>",
                "Your\u3164code|<U+3164>"
            })
    void what_would_stop_a_campaign_stops_a_single_message(String text, String said) {
        try (var program = new InMemoryProgram(folder)) {
            allowing(program, "example.com");

            var before = program.files();
            var run = send(program, "--text", text, "--confirm", "1", "--despite-warnings");

            assertThat(run.err()).contains(said).contains("Nothing was sent.").doesNotContain("acknowledge");
            assertNothingSent(program, run, before);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "Your order is ready, Jos\u00C3\u00A9 => holds `Jos\u00C3\u00A9`, which was probably `Jos\u00E9` [text/wrong-encoding]",
                "It\u00E2\u20AC\u2122s ready => [text/wrong-encoding]",
                "Hi\\nthere => people would read `\\n` literally [message/escape-as-written]",
                "Hi *|FNAME|* => [message/foreign-merge-tag]",
                "Hi %FIRSTNAME% => [message/foreign-merge-tag]",
                "See http://example.com => [message/link-not-https]",
                "See https://203.0.113.7/x => [message/link-bare-address]",
                "See https://ex\u0430mple.com => [message/link-mixed-alphabets]"
            })
    void a_yes_that_was_given_before_a_warning_is_none(String text, String said) {
        try (var program = new InMemoryProgram(folder)) {
            var before = program.files();
            var run = send(program, "--text", text, "--confirm", "1");

            assertThat(run.err())
                    .contains(said)
                    .contains("to send it with its warnings, give --despite-warnings")
                    .contains("Nothing was sent.");
            assertNothingSent(program, run, before);
            assertThat(send(program, "--text", text, "--confirm", "1", "--despite-warnings")
                            .code())
                    .isZero();
        }
    }

    @Test
    void who_is_asked_has_seen_the_warning() {
        try (var program = new InMemoryProgram(folder)) {
            program.terminal(100);
            var run = program.runTyping(
                    "1", "send", "--from", "Sales Line", "--to", TO, "--text", "Ready, Jos\u00C3\u00A9");

            assertThat(run.err()).contains("[text/wrong-encoding]");
            assertThat(run.code()).isZero();
            assertThat(program.sandbox().ledger().messages()).isOne();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/a.png", "https://example.com.evil.example/a.png"})
    void media_lead_to_allowed_hosts_only(String url) {
        try (var program = new InMemoryProgram(folder)) {
            allowing(program, "example.com");

            var before = program.files();
            var run = send(program, "--text", "Look", "--media", url, "--confirm", "1");

            assertThat(run.err()).contains("[policy/allowed-link-hosts]");
            assertNothingSent(program, run, before);
        }
    }

    @Test
    void a_program_gets_the_findings_and_no_text_besides() {
        try (var program = new InMemoryProgram(folder)) {
            allowing(program, "example.com");

            var run = send(program, "--text", "See evil.example", "--confirm", "1", "--json");

            assertThat(run.code()).isEqualTo(3);
            assertThat(run.out()).contains("\"rule\" : \"policy/allowed-link-hosts\"", "\"exit_code\" : 3");
            assertThat(send(program, "--text", "See example.com", "--confirm", "1", "--despite-warnings", "--json")
                            .out())
                    .contains("\"rule\" : \"message/link-not-https\"", "\"state\" : \"CONFIRMED\"");
        }
    }

    @Test
    void a_test_of_a_campaign_is_judged_as_filled_in_with_its_samples() {
        try (var program = new InMemoryProgram(folder)) {
            program.saying("{text: \"Hi {name}, see {shop}\", placeholders: {name: Ann, shop: evil.example}}");
            program.campaign("system-test");
            allowing(program, "example.com");

            var before = program.files();
            var run = test(program, "--confirm", "1", "--despite-warnings");

            assertThat(run.err())
                    .contains("campaigns/test.yaml:5:", "links to evil.example", "to send it so, acknowledge");
            assertNothingSent(program, run, before);
        }
    }

    @Test
    void a_test_without_a_sample_is_not_sent_until_the_campaign_acknowledges_it() {
        try (var program = new InMemoryProgram(folder)) {
            program.saying("{text: \"Hi {name}\"}");
            program.campaign("system-test");
            allowing(program, "example.com");

            var before = program.files();
            var run = test(program, "--confirm", "1");

            assertThat(run.err())
                    .contains("[message/placeholder-missing]", "write a sample of it under `placeholders`");
            assertNothingSent(program, run, before);

            program.write(
                    "campaigns/test.yaml",
                    text(program.file("campaigns/test.yaml"))
                            + "  message/placeholder-missing: the raw form is on trial\n");
            assertThat(test(program, "--confirm", "1").code()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"1024, 0", "1025, 3"})
    void the_text_is_as_long_as_a_campaigns_may_be(int characters, int code) {
        try (var program = new InMemoryProgram(folder)) {
            var before = program.files();
            var run = send(program, "--text", "x".repeat(characters), "--confirm", "1", "--media", MAP);

            assertThat(run.code()).isEqualTo(code);
            if (code != 0) {
                assertThat(run.err())
                        .contains("error: the text has 1,025 characters (1,025 code points), WhatsApp takes 1,024")
                        .contains("[message/too-long]", "shorten the text");
                assertNothingSent(program, run, before);
            }
        }
    }

    @Test
    void a_test_of_a_campaign_is_as_long_as_it_reads() {
        try (var program = new InMemoryProgram(folder)) {
            program.saying("{text: \"Hi {name}, %s\", placeholders: {name: \"%s\"}}"
                    .formatted("x".repeat(1000), "🎉".repeat(10)));
            program.campaign("system-test");
            allowing(program, "example.com");

            var before = program.files();
            var run = test(program, "--confirm", "1");

            assertThat(run.err())
                    .contains("campaigns/test.yaml:5:", "the text has 1,025 characters")
                    .doesNotContain("acknowledge");
            assertNothingSent(program, run, before);
        }
    }

    @Test
    void a_sender_that_the_policy_does_not_allow_is_refused_by_the_rule_of_campaigns() {
        try (var program = new InMemoryProgram(folder)) {
            allowing(program, "example.com");
            var project = program.file("campaigns/muster.yaml");
            program.write(
                    "campaigns/muster.yaml",
                    text(project).replace("policy: {", "policy: {allowed_senders: [\"+15550100101\"], "));

            var before = program.files();
            var run = send(program, "--text", "Your order is ready", "--confirm", "1", "--json");

            assertThat(run.out()).contains("\"rule\" : \"policy/allowed-senders\"");
            assertThat(run.err()).contains("the message must not be sent as it is: 1 danger", "Nothing was sent.");
            assertNothingSent(program, run, before);
        }
    }

    @Test
    void who_accepted_the_senders_of_a_campaign_accepted_no_other() {
        try (var program = new InMemoryProgram(folder)) {
            program.saying("{text: \"Hi\"}");
            program.campaign("system-test");
            allowing(program, "example.com");
            program.write(
                    "campaigns/muster.yaml",
                    text(program.file("campaigns/muster.yaml"))
                            .replace("policy: {", "policy: {allowed_senders: [Nobody], "));
            program.write(
                    "campaigns/test.yaml",
                    text(program.file("campaigns/test.yaml")) + "  policy/allowed-senders: the usual line is down\n");

            var before = program.files();
            var other = test(program, "--from", "Support Line", "--confirm", "1");
            assertThat(other.err())
                    .contains("the policy does not allow to send from \"Support Line\"", "[policy/allowed-senders]");
            assertNothingSent(program, other, before);
            assertThat(test(program, "--confirm", "1").code()).isZero();
        }
    }

    @Test
    void lines_of_windows_are_lines() {
        try (var program = new InMemoryProgram(folder)) {
            assertThat(send(program, "--text", "First\r\nsecond", "--confirm", "1")
                            .code())
                    .isZero();
        }
    }

    private static InMemoryProgram.Run send(InMemoryProgram program, String... more) {
        return run(program, new String[] {"send", "--from", "Sales Line", "--to", TO}, more);
    }

    private static InMemoryProgram.Run test(InMemoryProgram program, String... more) {
        return run(program, new String[] {"send", "--campaign", "system-test", "--to", TO}, more);
    }

    private static InMemoryProgram.Run run(InMemoryProgram program, String[] first, String... more) {
        var all = new ArrayList<>(List.of(first));
        all.addAll(List.of(more));
        return program.run(all.toArray(String[]::new));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertNothingSent(InMemoryProgram program, InMemoryProgram.Run run, String before) {
        assertThat(run.code()).isEqualTo(3);
        assertThat(program.sandbox().ledger().messages()).isZero();
        assertThat(program.files()).isEqualTo(before);
    }

    private static void allowing(InMemoryProgram program, String host) {
        program.write("campaigns/muster.yaml", """
                kind: project
                default_workspace: sandbox
                workspaces:
                  sandbox:
                    sandbox: {clock: 2026-11-30T09:00:00Z}
                    single_message: send_whatsapp_message
                defaults: {senders: [Sales Line]}
                test_recipients: ["%s"]
                policy: {always_exclude: [DNC, unsubscribed, duplicate], allowed_link_hosts: [%s]}
                """.formatted(TO, host));
    }
}
