package dev.muster.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.cli.command.DurationConverter;
import dev.muster.cli.command.NumberConverter;
import dev.muster.diagnostic.EnvironmentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

/** What people write instead of what was meant, and where they stand: it is understood, or they read what to write. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MisuseTest {
    @TempDir
    Path folder;

    private InMemoryProgram program;

    @BeforeEach
    void start() {
        program = new InMemoryProgram(folder);
    }

    @AfterEach
    void stop() {
        program.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1154",
                "1,154",
                "1.154",
                "1 154",
                "1_154",
                "1'154",
                "1\u00A0154",
                "1\u202F154",
                "1\u2019154",
                " 1154 "
            })
    void a_number_is_understood_as_people_write_it(String written) {
        assertThat(new NumberConverter().convert(written)).isEqualTo(1154);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "1.5",
                "1,15",
                "1,1544",
                "1,154.5",
                "1.154,000",
                "-1",
                "+1",
                "1e3",
                "0x10",
                "one",
                "١٢",
                "1,,154",
                "99999999999999999999"
            })
    void what_is_no_whole_number_is_refused(String written) {
        assertThatThrownBy(() -> new NumberConverter().convert(written))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("not a whole number");
    }

    @ParameterizedTest
    @CsvSource({
        "1d,PT24H",
        "2h,PT2H",
        "90m,PT1H30M",
        "45s,PT45S",
        "1d12h,PT36H",
        "1w,PT168H",
        "PT1H,PT1H",
        "p1d,PT24H",
        "1D,PT24H"
    })
    void a_length_of_time_is_understood_as_people_write_it(String written, Duration meant) {
        assertThat(new DurationConverter().convert(written)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "d",
                "1x",
                "h2",
                "-1d",
                "0s",
                "PT0S",
                "-PT1H",
                "P1000000D",
                "999999999w",
                "1.5h",
                "P1Y",
                "tomorrow"
            })
    void what_is_no_length_of_time_is_refused_in_words(String written) {
        var run = program.run("sandbox", "advance", "--", written);

        assertThat(run.code()).isEqualTo(64);
        assertThat(run.err()).contains("is not a length").doesNotContain("java", "Exception");
    }

    @Test
    void apply_takes_the_number_as_the_plan_prints_it() {
        assertThat(program.run("apply", "--confirm", "1,154").err())
                .contains("confirmed 1,154 messages, but the plan sends 6");
        assertThat(program.run("apply", "--confirm", "six").err())
                .contains("\"six\" is not a whole number")
                .doesNotContain("java");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello.yaml", "campaigns/hello.yml", "./hello"})
    void a_file_in_the_place_of_a_key_is_named(String file) {
        for (var command : new String[] {"plan", "status", "audience", "logs", "report"}) {
            var run = program.run(command, file);
            assertThat(run.code()).isEqualTo(64);
            assertThat(run.err()).contains("\"" + file + "\" is a file", "`key:`");
        }
    }

    @Test
    void a_key_in_the_place_of_a_plan_file_is_named() {
        var run = program.run("apply", "system-test", "--confirm", "6");

        assertThat(run.code()).isEqualTo(64);
        assertThat(run.err()).contains("there is no plan file", "muster apply --only KEY");
    }

    @Test
    void the_plan_of_one_campaign_prints_the_apply_that_sends_just_this_one() {
        program.write("campaigns/other.yaml", """
                kind: campaign
                key: other
                name: Another test
                audience: {any: [staff_test]}
                message: {text: "Another message."}
                schedule: immediately
                acknowledge: {policy/opt-in-required: six colleagues who agreed in writing, message/template-unknown: a test}
                """);

        assertThat(program.run("plan", "system-test").out()).contains("muster apply --only system-test --confirm 6");
        assertThat(program.run("apply", "--only", "system-test", "--confirm", "12")
                        .code())
                .isEqualTo(3);
        assertThat(program.run("apply", "--only", "nobody", "--confirm", "6").code())
                .isEqualTo(64);
        var sent = program.run("apply", "--only", "system-test", "--confirm", "6");

        assertThat(sent.code()).as(sent.all()).isZero();
        assertThat(sent.out()).contains("+ system-test  created").doesNotContain("+ other");
        assertThat(program.run("plan").out()).contains("+ other");
    }

    @Test
    void the_digest_of_a_part_approves_that_part_only() {
        program.write("campaigns/other.yaml", """
                kind: campaign
                key: other
                name: Another test
                audience: {any: [staff_test]}
                message: {text: "Another message."}
                schedule: immediately
                acknowledge: {policy/opt-in-required: six colleagues who agreed in writing, message/template-unknown: a test}
                """);
        program.run("init", "campaigns");
        var digest = program.run("plan", "system-test").out().replaceAll("(?s).*Digest (sha256:[0-9a-f]{64}).*", "$1");

        assertThat(program.run("apply", "--expect", digest).code()).isEqualTo(4);
        assertThat(program.run("apply", "--only", "other", "--expect", digest).code())
                .isEqualTo(4);
        assertThat(program.run("apply", "--only", "system-test", "--expect", digest)
                        .code())
                .isZero();
    }

    @Test
    void a_plan_file_and_only_exclude_each_other() {
        var run = program.run("apply", "plan.json", "--only", "system-test", "--confirm", "6");

        assertThat(run.code()).isEqualTo(64);
        assertThat(run.err()).contains("leave out --only");
    }

    @Test
    void inside_of_the_definitions_they_are_found() throws IOException {
        Files.createDirectories(folder.resolve("campaigns/2026/deep"));
        for (var place : new String[] {"campaigns", "campaigns/2026", "campaigns/2026/deep"}) {
            program.goTo(place);
            assertThat(program.run("validate").code()).isZero();
            assertThat(program.run("plan").out()).contains("system-test");
            var init = program.run("init");
            assertThat(init.code()).isEqualTo(64);
            assertThat(init.err()).contains("there are definitions in .");
        }
        assertThat(folder.resolve("campaigns/campaigns")).doesNotExist();
    }

    @Test
    void beside_the_definitions_they_are_found_but_not_beyond_a_repository() throws IOException {
        Files.createDirectories(folder.resolve("docs/more"));
        program.goTo("docs/more");
        assertThat(program.run("plan").out()).contains("system-test");

        Files.createDirectories(folder.resolve("docs/.git"));
        var other = program.run("plan");
        assertThat(other.code()).isEqualTo(1);
        assertThat(other.err()).contains("there is no folder `campaigns`");
    }

    @Test
    void a_folder_that_is_named_is_not_looked_for_elsewhere() throws IOException {
        Files.createDirectories(folder.resolve("docs"));
        program.goTo("docs");

        assertThat(program.run("-C", "campaigns", "plan").err()).contains("there is no folder `campaigns`");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lock list",
                "lock verify",
                "lock show",
                "plan --offline",
                "status --offline",
                "init campaigns",
                "lock adopt --rescue none"
            })
    void no_key_is_asked_for_where_nothing_is_asked(String line) {
        program.write("campaigns/muster.yaml", """
                kind: project
                default_workspace: production
                workspaces:
                  production:
                    base_url: https://seax.example.com/api/v1
                    workspace_id: 3fa85f64-5717-4562-b3fc-2c963f66afa6
                    api: tutorial
                    api_key_env: NO_SUCH_KEY
                defaults: {senders: [Sales Line]}
                policy: {always_exclude: [DNC, unsubscribed, duplicate]}
                """);
        program.connector(real -> (settings, campaigns, surroundings) -> {
            throw new EnvironmentException("there is no API key");
        });

        var run = program.run(line.split(" ", -1));

        assertThat(run.err()).doesNotContain("API key");
        if (!line.contains("rescue")) {
            assertThat(run.code()).as(run.all()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "up.YAML",
                "sale.yaml.txt",
                "sale.yml~",
                "sale.Yml",
                "sale.yaml.bak",
                ".hidden.yaml",
                ".old/sale.yaml",
                "notes.txt"
            })
    void a_named_file_that_is_not_read_is_refused(String name) {
        program.write("campaigns/" + name, "kind: campaign\nkey: new\n");

        var run = program.run("validate", "campaigns/" + name);

        assertThat(run.code()).isEqualTo(64);
        assertThat(run.err()).contains(name + " is not read");
        var all = program.run("validate");
        assertThat(all.code()).isZero();
        assertThat(all.out().contains("[yaml/not-read]")).isEqualTo(!name.equals("notes.txt"));
    }

    @Test
    void a_hidden_file_of_another_program_is_no_definition() {
        program.write("campaigns/.github/workflows/plan.yaml", "on: push\n");
        program.write("campaigns/.pre-commit-config.yaml", "repos: []\n");

        assertThat(program.run("validate").out()).doesNotContain("not-read");
    }

    @Test
    void a_folder_is_no_file_to_validate() throws IOException {
        Files.createDirectories(folder.resolve("campaigns/2026.yaml"));

        assertThat(program.run("validate", "campaigns/2026.yaml").code()).isEqualTo(64);
    }

    @Test
    void a_file_is_found_by_both_names_of_a_linked_checkout() throws IOException {
        var link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("campaigns"));

        assertThat(program.run("validate", link.resolve("test.yaml").toString()).code())
                .isZero();
        assertThat(program.run(
                                "-C",
                                "link",
                                "validate",
                                folder.toRealPath()
                                        .resolve("campaigns/test.yaml")
                                        .toString())
                        .code())
                .isZero();
    }

    @Test
    void what_shows_findings_beside_lines_has_names_from_the_root_of_the_repository() throws Exception {
        program.write("team/campaigns/muster.yaml", Files.readString(folder.resolve("campaigns/muster.yaml")));
        program.write("team/campaigns/broken.yaml", "kind: campaign\n");
        assertThat(new ProcessBuilder("git", "init", "-q")
                        .directory(folder.toFile())
                        .start()
                        .waitFor())
                .isZero();
        program.goTo("team");

        assertThat(program.run("validate", "--format", "github").out())
                .contains("file=team/campaigns/broken.yaml,line=");
        assertThat(program.run("validate", "--format", "sarif").out()).contains("\"team/campaigns/broken.yaml\"");
        program.goTo("team/campaigns");
        assertThat(program.run("validate", "--format", "github").out())
                .contains("file=team/campaigns/broken.yaml,line=");
        assertThat(program.run("validate").out()).contains("./broken.yaml:");
    }

    @Test
    void a_port_in_use_and_no_port_are_said() {
        var port = String.valueOf(program.sandbox().baseUrl().getPort());

        var inUse = program.run("sandbox", "start", "--port", port);
        assertThat(inUse.code()).isEqualTo(1);
        assertThat(inUse.err()).contains("cannot listen on port " + port, "choose another one with --port");
        assertThat(program.run("sandbox", "start", "--port", "65536").code()).isEqualTo(64);
    }

    @Test
    void a_sandbox_that_cannot_keep_its_world_says_where() {
        program.write("campaigns/.muster", "a file is in the way");

        var run = program.run("sandbox", "ledger");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .contains("campaigns/.muster", "make that folder writable")
                .doesNotContain("bug");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lock adopt system-test --id", "resolve system-test --reason x --sent"})
    void an_empty_id_is_no_id(String line) {
        var run = program.run((line + " |").replace("|", "").split(" ", -1));

        assertThat(run.code()).isEqualTo(64);
        assertThat(run.err()).contains("is not empty");
    }
}
