package dev.muster.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.diagnostic.AudienceRule;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.Place;
import dev.muster.diagnostic.PolicyRule;
import dev.muster.diagnostic.ProjectRule;
import dev.muster.diagnostic.Rule;
import dev.muster.diagnostic.ScheduleRule;
import dev.muster.diagnostic.Severity;
import dev.muster.report.json.FindingsSarif;
import dev.muster.report.markdown.FindingsGithub;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Annotations read back by the rules of the runner, and SARIF held to the structure that its standard demands. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FindingsForMachinesTest {
    private static final Pattern COMMAND = Pattern.compile("^::(error|warning|notice) ([^\\r\\n]*?)::([^\\r\\n]*)$");

    @Test
    void an_annotation_stands_at_its_place_and_says_what_to_do() {
        var finding = error("audience/no-selector", new Place("campaigns/a, b: c%.yaml", 3, 7, ""), "nobody is meant");

        assertThat(FindingsGithub.of(List.of(finding)))
                .isEqualTo("::error file=campaigns/a%2C b%3A c%25.yaml,line=3,col=7,title=error audience/no-selector::"
                        + "nobody is meant%0Ahelp: write whom you mean\n");
    }

    @Test
    void whatever_a_finding_quotes_is_one_command() {
        var hostile = Stream.of(
                        "a\n::error::b",
                        "a\r::stop-commands::x",
                        "##[error]x",
                        "%0A::error::c",
                        "::",
                        "a,b:c=d",
                        "\u202e")
                .map(text -> error("value/type", new Place("f" + text.replace("\n", " "), 1, 1, ""), text))
                .toList();

        var lines = FindingsGithub.of(hostile).lines().toList();

        assertThat(lines)
                .hasSameSizeAs(hostile)
                .allMatch(line -> COMMAND.matcher(line).matches());
        assertThat(String.join("", lines)).doesNotContain("\r", "##[", "\u202e");
    }

    @Test
    void the_worst_ten_of_each_kind_are_shown_and_the_last_counts_the_rest() {
        var many = Stream.concat(
                        IntStream.range(0, 14)
                                .mapToObj(i -> AudienceRule.UNVERIFIED.at(new Place("f", i + 1, 1, ""), "d" + i, "h")),
                        Stream.of(error("yaml/syntax", new Place("g", 1, 1, ""), "the worst")))
                .toList();

        var lines = FindingsGithub.of(many).lines().toList();

        assertThat(lines).hasSize(10);
        assertThat(lines.get(0)).endsWith("::the worst%0Ahelp: write whom you mean");
        assertThat(lines.get(9)).isEqualTo("::error title=Muster::and 6 more: see the log of `muster validate`");
        assertThat(FindingsGithub.of(many.subList(0, 10)).lines()).hasSize(10).noneMatch(line -> line.contains("more"));
    }

    @Test
    void what_stops_nothing_is_a_warning_or_a_notice() {
        var accepted = AudienceRule.UNVERIFIED.at(Place.of("f"), "danger", "h").acknowledge("we know");

        assertThat(FindingsGithub.of(List.of(accepted, ScheduleRule.NIGHT.at(Place.NOWHERE, "note", "h"))))
                .isEqualTo("""
                        ::warning file=f,line=1,col=1,title=danger audience/unverified::danger%0Aaccepted: we know
                        ::notice title=note schedule/night::note%0Ahelp: h
                        """);
    }

    @Test
    void sarif_has_what_its_standard_demands() {
        var accepted = PolicyRule.OPT_IN_REQUIRED
                .at(Place.of("campaigns/ü b.yaml"), "d", "h")
                .acknowledge("we know");
        var findings = List.of(
                error("audience/no-selector", new Place("campaigns/a.yaml", 3, 7, ""), "nobody"),
                error("audience/no-selector", new Place("campaigns/b.yaml", 4, 1, ""), "nobody"),
                accepted,
                ProjectRule.MISSING.at(Severity.NOTE, Place.NOWHERE, "n", "h"));

        var log = JsonMapper.shared().readTree(FindingsSarif.of(findings, "1.0"));

        assertThat(log.get("version").asString()).isEqualTo("2.1.0");
        var run = log.get("runs").get(0);
        var rules = run.get("tool").get("driver").get("rules");
        assertThat(rules.valueStream().map(rule -> rule.get("id").asString()))
                .containsExactly("audience/no-selector", "policy/opt-in-required", "project/missing");
        assertThat(rules.valueStream()).allSatisfy(FindingsForMachinesTest::isRule);
        assertThat(run.get("results")).hasSize(4);
        assertThat(run.get("results").valueStream()).allSatisfy(result -> isResult(result, rules));
        assertThat(run.get("results")
                        .get(2)
                        .get("suppressions")
                        .get(0)
                        .get("justification")
                        .asString())
                .isEqualTo("we know");
    }

    private static void isRule(JsonNode rule) {
        assertThat(rule.get("shortDescription").get("text").asString()).isNotBlank();
        assertThat(rule.get("help").get("text").asString()).isNotBlank();
        assertThat(rule.get("defaultConfiguration").get("level").asString()).isIn("none", "note", "warning", "error");
    }

    private static void isResult(JsonNode result, JsonNode rules) {
        assertThat(rules.get(result.get("ruleIndex").asInt()).get("id")).isEqualTo(result.get("ruleId"));
        assertThat(result.get("message").get("text").asString()).isNotBlank();
        assertThat(result.get("level").asString()).isIn("none", "note", "warning", "error");
        for (var location : result.get("locations")) {
            var physical = location.get("physicalLocation");
            var uri = URI.create(physical.get("artifactLocation").get("uri").asString());
            assertThat(uri.isAbsolute()).isFalse();
            assertThat(uri.toString()).doesNotStartWith("/").matches("\\p{Graph}+");
            assertThat(physical.get("region").get("startLine").asInt()).isPositive();
            assertThat(physical.get("region").get("startColumn").asInt()).isPositive();
        }
    }

    private static Diagnostic error(String rule, Place place, String message) {
        return Rule.of(rule).orElseThrow().at(place, message, "write whom you mean");
    }
}
