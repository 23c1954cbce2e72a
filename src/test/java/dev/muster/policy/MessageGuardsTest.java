package dev.muster.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.Muster;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.Severity;
import dev.muster.lock.WorkspaceIdentity;
import dev.muster.plan.Action;
import dev.muster.plan.PlanContext;
import dev.muster.plan.PlannedChange;
import dev.muster.resolve.Capabilities;
import dev.muster.testing.FakeWorkspace;
import dev.muster.testing.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a plan says of a message, from the definition to the finding, in a workspace in memory. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MessageGuardsTest {
    private static final String SALES = "+15550100100";
    private static final String SUPPORT = "+15550100101";

    private final FakeWorkspace world = new FakeWorkspace()
            .phone("Sales Line", SALES)
            .phone("Support Line", SUPPORT)
            .label("readers");

    @TempDir
    private Path folder;

    private String api = "tutorial";
    private String senders = "Sales Line";
    private String template = "";
    private String acknowledged = "";

    @BeforeEach
    void aReader() {
        world.contactWith(Map.of("city", "Apia"), "+15550100001", "readers");
    }

    @Test
    void an_approved_text_that_everybody_can_be_told_has_no_finding() throws IOException {
        approved("Hi {{name}} in {{city}}: https://example.com/{{city}}");
        assertThat(findings("Hi {name} in {city}: https://example.com/{city}")).isEmpty();
    }

    @Test
    void people_without_a_value_are_counted_in_a_danger() throws IOException {
        approved("Hi {{city}}");
        world.contact("+15550100002", "readers").contact("+15550100003", "readers");
        world.contactWith(Map.of("city", " "), "+15550100004", "readers");
        assertThat(said("Hi {city}"))
                .containsExactly(
                        "DANGER message/placeholder-missing: 2 of 4 people have no `city`; they would read the raw `{city}`",
                        "DANGER message/placeholder-missing: 1 of 4 people has a blank `city`; they would read a gap or the raw `{city}`");
    }

    @Test
    void a_reserved_word_stays_raw_for_everybody() throws IOException {
        approved("Hi {{labels}}");
        assertThat(said("Hi {labels}"))
                .containsExactly("DANGER message/placeholder-missing: SeaX keeps the word `labels` for itself;"
                        + " everybody would read the raw `{labels}`");
    }

    @Test
    void values_that_whatsapp_does_not_take_are_a_danger() throws IOException {
        approved("Hi {{city}}");
        world.contactWith(Map.of("city", "New\nYork"), "+15550100002", "readers");
        assertThat(said("Hi {city}"))
                .containsExactly(
                        "DANGER message/value-unfit: 1 of 2 people has a `city` with a line break, a tab or more"
                                + " than four spaces in a row, which WhatsApp does not take");
    }

    @Test
    void a_danger_can_be_accepted_in_writing() throws IOException {
        world.contact("+15550100002", "readers");
        acknowledged = "acknowledge: {message/placeholder-missing: they know, message/template-unknown: a trial}";
        var change = planned("Hi {city}");
        assertThat(change.findings())
                .filteredOn(finding -> finding.id().startsWith("message/"))
                .hasSize(2)
                .noneMatch(Diagnostic::stops);
        assertThat(change.action()).isInstanceOf(Action.Create.class);
    }

    @ParameterizedTest
    @CsvSource({"1024, false", "1025, true"})
    void the_text_as_filled_in_has_the_limit_of_whatsapp(int length, boolean tooLong) throws IOException {
        approved("Hi {{city}}");
        world.contactWith(Map.of("city", "x".repeat(length - 3)), "+15550100002", "readers");
        assertThat(said("Hi {city}"))
                .isEqualTo(
                        tooLong
                                ? List.of(
                                        "ERROR message/too-long-filled-in: filled in with the longest values it has 1,025"
                                                + " characters (1,025 code points), WhatsApp takes 1,024")
                                : List.of());
    }

    @Test
    void an_emoji_counts_as_two_because_nobody_says_what_meta_counts() throws IOException {
        approved("Hi {{city}}");
        world.contactWith(Map.of("city", "🎉".repeat(511)), "+15550100002", "readers");
        assertThat(said("Hi {city}"))
                .containsExactly("ERROR message/too-long-filled-in: filled in with the longest values it has 1,025"
                        + " characters (514 code points), WhatsApp takes 1,024");
    }

    @Test
    void links_that_people_should_not_trust_are_warned_of() throws IOException {
        var text = "http://example.com and https://203.0.113.7/x";
        approved(text);
        assertThat(said(text))
                .containsExactly(
                        "WARNING message/link-not-https: http://example.com is no https link",
                        "WARNING message/link-bare-address: a link leads to 203.0.113.7, an address without a name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PENDING", "REJECTED", "PAUSED", "DISABLED", "approved", "SOMETHING_NEW"})
    void a_template_in_any_other_status_is_an_error(String status) throws IOException {
        world.template(SALES, "hello", status, "Hello");
        assertThat(said("Hello"))
                .containsExactly("ERROR message/template-not-approved: the template `hello` of Sales Line is " + status
                        + "; only an APPROVED one is sent");
    }

    @Test
    void one_approved_template_of_several_with_the_text_is_enough() throws IOException {
        world.template(SALES, "a", "REJECTED", "Hello");
        world.template(SALES, "b", "APPROVED", "Hello");
        assertThat(findings("Hello")).isEmpty();
    }

    @Test
    void an_unknown_text_is_held_against_the_nearest_template() throws IOException {
        approved("Get 30% off all items. Use code HOLIDAY30.");
        world.template(SALES, "other", "APPROVED", "Something else altogether");
        assertThat(said("Get 40% off all items today. Use code HOLIDAY30."))
                .containsExactly(
                        "DANGER message/template-unknown: no template of Sales Line has this text; from the"
                                + " template `greeting` (APPROVED) it differs in \"30%\" → \"40%\", \"items.\" → \"items today.\"");
    }

    @Test
    void a_difference_in_white_space_only_is_made_visible() throws IOException {
        approved("Hello\nthere and a good morning to you");
        assertThat(said("Hello there and a good morning to you"))
                .containsExactly("DANGER message/template-unknown: no template of Sales Line has this text; from the"
                        + " template `greeting` (APPROVED) it differs in \"Hello⏎\" → \"Hello \"");
    }

    @Test
    void many_and_long_differences_are_cut() throws IOException {
        approved("a b c d e f g h i j k l m n o p q r s t u v w x y z");
        var text = "a 1 c 2 e 3 g 4 i 5 k 6 m 7 o p q r s t u v w x y " + "z".repeat(80);
        assertThat(said(text).get(0))
                .endsWith("\"b\" → \"1\", \"d\" → \"2\", \"f\" → \"3\", \"h\" → \"4\", \"j\" → \"5\" and 3 more");
    }

    @Test
    void a_template_that_has_nothing_in_common_is_not_shown() throws IOException {
        approved("Hello");
        assertThat(said("Goodbye"))
                .containsExactly("DANGER message/template-unknown: no template of Sales Line has this text");
    }

    @Test
    void a_sender_without_templates_is_said_so() throws IOException {
        assertThat(said("Hello"))
                .containsExactly("DANGER message/template-unknown: SeaX lists no template for Sales Line");
    }

    @ParameterizedTest
    @CsvSource({"199, false", "200, true", "201, true"})
    void a_full_list_of_templates_is_no_proof(int listed, boolean full) throws IOException {
        IntStream.range(0, listed).forEach(number -> world.template(SALES, "t" + number, "APPROVED", "Text " + number));
        assertThat(said("Goodbye").get(0).contains("it lists no more than 200, so there may be one"))
                .isEqualTo(full);
    }

    @Test
    void every_sender_needs_the_template() throws IOException {
        approved("Hello");
        senders = "Sales Line, Support Line";
        world.template(SUPPORT, "hello", "PENDING", "Hello");
        assertThat(said("Hello"))
                .containsExactly("ERROR message/template-not-approved: the template `hello` of Support Line is PENDING;"
                        + " only an APPROVED one is sent");
    }

    @Test
    void an_api_without_lists_says_what_is_not_known() throws IOException {
        world.capabilities(new Capabilities(true, false, false, true, true, false));
        assertThat(said("Hello {name} in {city}"))
                .contains(
                        "WARNING message/placeholders-unchecked: whether everybody has `city`, `name` is not known;"
                                + " people without it would read the raw placeholder",
                        "NOTE message/template-unchecked: this API does not list templates: whether the text is an"
                                + " approved one shows when it is sent");
    }

    @Test
    void the_openapi_dialect_looks_for_the_template_by_its_name_and_language() throws IOException {
        openapi();
        approved("Hello");
        assertThat(findings("Hello")).isEmpty();
        template = ", template: {name: greeting, language: de}";
        assertThat(said("Hello").get(0))
                .startsWith("DANGER message/template-unknown: no template of Sales Line is `greeting` in de");
    }

    @Test
    void the_template_that_has_the_text_is_named_where_another_one_or_none_is_written() throws IOException {
        openapi();
        approved("Hello");
        template = ", template: {name: greetings, language: en_US}";
        assertThat(said("Hello"))
                .containsExactly("DANGER message/template-unknown: no template of Sales Line is `greetings` in en_US;"
                        + " `greeting` in en (APPROVED) has this text");
        template = "";
        assertThat(findings("Hello"))
                .singleElement()
                .returns("message/template-missing", Diagnostic::id)
                .returns(
                        Optional.of("write `template: {name: greeting, language: en}` in the message"),
                        Diagnostic::help);
    }

    @Test
    void in_the_openapi_dialect_people_read_the_template_and_not_the_text() throws IOException {
        openapi();
        approved("Hello to all of you");
        assertThat(said("Hello to some of you"))
                .containsExactly("DANGER message/template-differs: people read the template, not this text; from the"
                        + " template `greeting` (APPROVED) it differs in \"all\" → \"some\"");
    }

    private void openapi() {
        api = "openapi, message_service_id: s1, service_account_id: a1";
        template = ", template: {name: greeting, language: en}";
    }

    private void approved(String text) {
        world.template(SALES, "greeting", "APPROVED", text);
    }

    private List<String> said(String text) throws IOException {
        return findings(text).stream()
                .map(finding -> finding.severity() + " " + finding.id() + ": " + finding.message())
                .toList();
    }

    private List<Diagnostic> findings(String text) throws IOException {
        return planned(text).findings().stream()
                .filter(finding -> finding.id().startsWith("message/"))
                .toList();
    }

    private PlannedChange planned(String text) throws IOException {
        write(text);
        var checked = Muster.validate(folder, Path.of("campaigns"));
        assertThat(checked.diagnostics()).noneMatch(finding -> finding.severity() == Severity.ERROR);
        var definitions = checked.value().orElseThrow();
        var project = definitions.project();
        var settings = Objects.requireNonNull(project.workspaces().get("live"));
        var context = new PlanContext(
                new WorkspaceIdentity("live", Samples.WORKSPACE_ID, "https://seax.example/api"),
                settings,
                project.policy(),
                Optional.empty(),
                definitions.places(),
                Instant.parse("2026-11-30T09:00:00Z"));
        var plan = Muster.plan(definitions, context, Set.of(), Optional.of(world));
        return plan.changes().get(0);
    }

    private void write(String text) throws IOException {
        Files.writeString(folder.resolve("muster.yaml"), """
                kind: project
                default_workspace: live
                workspaces:
                  live: {base_url: "https://seax.example/api", workspace_id: %s, api_key_env: KEY, %s}
                policy: {always_exclude: []}
                """.formatted(Samples.WORKSPACE_ID, "api: " + api));
        Files.writeString(folder.resolve("hello.yaml"), """
                kind: campaign
                key: hello
                name: Hello
                senders: [%s]
                audience: {any: [readers], expect: {at_most: 10}}
                message: {text: "%s"%s}
                schedule: immediately
                %s
                """.formatted(
                        senders, text.replace("\n", "\\n"), template, acknowledged));
    }
}
