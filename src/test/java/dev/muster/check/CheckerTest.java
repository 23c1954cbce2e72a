package dev.muster.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.definition.Definitions;
import dev.muster.definition.SourceFile;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.model.Campaign;
import dev.muster.model.Expectation;
import dev.muster.model.LabelName;
import dev.muster.model.Schedule;
import dev.muster.model.project.Project;
import dev.muster.model.project.WorkspaceSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What the examples of the repository mean, and what the folder's project does to them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CheckerTest {
    private static final Definitions EXAMPLES =
            Folder.at(Path.of("campaigns")).value().orElseThrow();

    @Test
    void sorts_campaigns_by_key() {
        assertThat(EXAMPLES.campaigns())
                .extracting(campaign -> campaign.key().value())
                .containsExactly(
                        "flash-sale-2026",
                        "holiday-sale-2026",
                        "new-year-2027",
                        "newsletter-2026-12",
                        "system-test-2026-12",
                        "vip-preview-2026",
                        "winter-preview-2026");
    }

    @Test
    void applies_the_defaults_of_the_project() {
        var flash = campaign("flash-sale-2026");

        assertThat(flash.senders()).hasToString("[Sales Line]");
        assertThat(flash.message().shortenLinks()).isTrue();
        assertThat(flash.schedule()).isEqualTo(new Schedule.Immediately());
        assertThat(campaign("newsletter-2026-12").message().shortenLinks()).isFalse();
    }

    @Test
    void reads_times_in_the_zone_of_the_schedule_or_the_project_or_their_own_offset() {
        var newYork = ZoneId.of("America/New_York");

        assertThat(campaign("holiday-sale-2026").schedule())
                .isEqualTo(new Schedule.Window(
                        Instant.parse("2026-12-01T15:00:00Z"),
                        Optional.of(Instant.parse("2026-12-01T23:00:00Z")),
                        newYork));
        assertThat(campaign("new-year-2027").schedule()).isInstanceOfSatisfying(Schedule.Window.class, window -> {
            assertThat(window.start()).isEqualTo("2026-12-31T22:00:00Z");
            assertThat(window.zone()).isEqualTo(newYork);
        });
        assertThat(campaign("newsletter-2026-12").schedule())
                .isInstanceOfSatisfying(
                        Schedule.Window.class,
                        window -> assertThat(window.start()).isEqualTo("2026-12-05T16:00:00Z"));
    }

    @Test
    void drops_the_line_break_at_the_end_of_a_text() {
        assertThat(campaign("holiday-sale-2026").message().text()).endsWith("https://example.com/sale");
    }

    @Test
    void follows_references_and_unites_what_an_audience_extends() {
        var preview = campaign("winter-preview-2026");

        assertThat(preview.audience().any()).hasToString("[premium_customers, vip]");
        assertThat(preview.audience().exclude()).hasToString("[holiday_2026_received, recent_buyers]");
        assertThat(preview.expect()).isEqualTo(new Expectation(OptionalInt.of(10), OptionalInt.of(3000)));
        assertThat(preview.message().samples()).isEqualTo(Map.of("name", "Ana"));
    }

    @Test
    void points_into_the_document_where_a_part_was_written() {
        var places = EXAMPLES.places();

        assertThat(places.of("winter-preview-2026.audience")).hasToString("campaigns/2026/winter-preview.yaml:8:11");
        assertThat(places.of("winter-preview-2026.audience.any")).hasToString("campaigns/audiences/engaged.yaml:5:6");
        assertThat(places.of("winter-preview-2026.audience.exclude"))
                .hasToString("campaigns/audiences/not-bothered-yet.yaml:5:11");
        assertThat(places.of("winter-preview-2026.message.text"))
                .hasToString("campaigns/messages/winter-preview.yaml:4:7");
        assertThat(places.of("winter-preview-2026.schedule.start"))
                .hasToString("campaigns/schedules/first-thursday.yaml:4:8");
        assertThat(places.of("holiday-sale-2026.audience.exclude"))
                .hasToString("campaigns/2026/holiday-sale.yaml:11:12");
        assertThat(places.of("project.policy.max_reach")).hasToString("campaigns/muster.yaml:22:14");
        assertThat(places.of("holiday-sale-2026.generation")).hasToString("campaigns/2026/holiday-sale.yaml:3:1");
    }

    @Test
    void binds_workspaces_and_policy() {
        var project = EXAMPLES.project();
        var production = workspace(project, "production");

        assertThat(project.defaultWorkspace()).isEqualTo("sandbox");
        assertThat(production.host())
                .isEqualTo(new WorkspaceSettings.Remote(
                        "https://seax.seasalt.ai/seax-api/api/v1",
                        "3fa85f64-5717-4562-b3fc-2c963f66afa6",
                        new WorkspaceSettings.KeyFromEnvironment("SEAX_API_KEY"),
                        WorkspaceSettings.Remote.DEFAULT_REQUESTS_PER_SECOND,
                        WorkspaceSettings.NetworkSettings.NONE));
        assertThat(production.horizon()).isEqualTo(Duration.ofDays(7));
        assertThat(project.policy().alwaysExclude())
                .containsExactly(new LabelName("DNC"), new LabelName("unsubscribed"), new LabelName("duplicate"));
        assertThat(project.policy().maxShareOfContacts()).hasValue(0.9);
    }

    @Test
    void fills_in_what_a_workspace_does_not_say() {
        var yaml = """
                kind: project
                default_workspace: main
                workspaces:
                  main: {workspace_id: 3fa85f64-5717-4562-b3fc-2c963f66afa6, base_url: "http://localhost:8080/api/"}
                """;
        var project = Folder.of("muster.yaml", yaml).value().orElseThrow().project();

        assertThat(workspace(project, "main").host())
                .isEqualTo(new WorkspaceSettings.Remote(
                        "http://localhost:8080/api",
                        "3fa85f64-5717-4562-b3fc-2c963f66afa6",
                        new WorkspaceSettings.KeyFromEnvironment("SEAX_API_KEY"),
                        WorkspaceSettings.Remote.DEFAULT_REQUESTS_PER_SECOND,
                        WorkspaceSettings.NetworkSettings.NONE));
        assertThat(project.policy().minLead()).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void leaves_out_a_campaign_that_cannot_be_built_and_keeps_the_others() {
        var checked = Folder.of(List.of(
                Folder.project(),
                campaign("good", "immediately"),
                campaign("bad", "2026"),
                campaign("Bad", "immediately")));

        assertThat(checked.stops()).isTrue();
        assertThat(checked.value().orElseThrow().campaigns())
                .extracting(campaign -> campaign.key().value())
                .containsExactly("good");
    }

    @Test
    void an_acknowledged_danger_stays_visible_and_stops_nothing() {
        var checked = Folder.at(Path.of("campaigns"));

        assertThat(checked.stops()).isFalse();
        assertThat(checked.diagnostics()).singleElement().satisfies(danger -> {
            assertThat(danger.id()).isEqualTo("policy/opt-in-required");
            assertThat(danger.acknowledged())
                    .contains("only our own staff carry this label, and all of them agreed in writing");
        });
    }

    @Test
    void claims_nothing_to_be_missing_while_a_file_cannot_be_read() {
        var broken = new SourceFile("broken.yaml", "kind: [");
        var referring = campaign("spring", "late");

        assertThat(rules(List.of(broken, referring))).containsExactly("yaml/syntax");
        assertThat(rules(List.of(referring))).containsExactly("project/missing", "reference/dangling");
    }

    @Test
    void text_that_looks_like_an_expression_stays_text() {
        var yaml = campaign("spring", "immediately").text().replace("Spring is here", "\"Spring ${7*7} #{1+1}\"");
        var findings = Folder.of("spring.yaml", yaml.replace("name: Spring", "owner: \"\"\nname: \"[m:${7*7}{value}\""))
                .diagnostics();

        assertThat(findings).anySatisfy(finding -> assertThat(finding.message()).contains("[m:${7*7}{value}"));
        assertThat(findings)
                .noneSatisfy(finding -> assertThat(finding.message()).contains("49"));
    }

    private static WorkspaceSettings workspace(Project project, String name) {
        return Objects.requireNonNull(project.workspaces().get(name), name);
    }

    private static List<String> rules(List<SourceFile> files) {
        return Folder.of(files).diagnostics().stream().map(Diagnostic::id).toList();
    }

    private static SourceFile campaign(String key, String schedule) {
        return new SourceFile(key + ".yaml", """
                kind: campaign
                key: %s
                name: Spring
                audience: {all: [whatsapp_opt_in]}
                message: {text: Spring is here}
                schedule: %s
                """.formatted(key, schedule));
    }

    private static Campaign campaign(String key) {
        return EXAMPLES.campaigns().stream()
                .filter(campaign -> campaign.key().value().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
