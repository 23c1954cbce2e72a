package dev.muster.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every workflow, every example of one and the action keep to every rule; and each rule sees what breaks it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WorkflowsTest {
    private static final Path SAMPLES = Path.of("src/test/resources/workflows");
    private static final Pattern PIN = Pattern.compile("uses: ([\\w./-]+)@([0-9a-f]{40} # \\S+)");

    static List<Path> files() throws IOException {
        try (var files = Files.walk(Path.of(".github"))) {
            return files.filter(file -> file.toString().matches(".*/(actions|workflows|workflows-examples)/.*\\.ya?ml"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void they_are_all_read() throws IOException {
        assertThat(files())
                .extracting(Path::toString)
                .contains(
                        ".github/actions/muster/action.yml",
                        ".github/workflows/ci.yml",
                        ".github/workflows/release.yml",
                        ".github/workflows-examples/apply.yml",
                        ".github/workflows-examples/plan.yml",
                        ".github/workflows-examples/reconcile.yml");
    }

    @ParameterizedTest
    @MethodSource("files")
    void it_keeps_to_every_rule(Path file) throws IOException {
        assertThat(broken(Workflow.read(file))).isEmpty();
    }

    /** A sample is an example with one thing changed, which the file names, so that it breaks that rule alone. */
    @ParameterizedTest
    @EnumSource
    void the_rule_sees_what_breaks_it(WorkflowRule rule) throws IOException {
        var samples = samples(rule);
        assertThat(samples).isNotEmpty();
        for (var sample : samples) {
            assertThat(broken(Workflow.read(sample)).keySet()).as("%s", sample).containsExactly(rule);
        }
    }

    @Test
    void every_sample_is_of_a_rule() throws IOException {
        try (var files = Files.list(SAMPLES)) {
            var rules = Arrays.stream(WorkflowRule.values())
                    .map(WorkflowsTest::word)
                    .collect(Collectors.toSet());
            assertThat(files).allMatch(file -> rules.contains(ruleOf(file)));
        }
    }

    @Test
    void the_same_action_is_the_same_commit_everywhere() throws IOException {
        var commits = new TreeMap<String, Set<String>>();
        for (var file : files()) {
            PIN.matcher(Files.readString(file))
                    .results()
                    .forEach(pin -> commits.computeIfAbsent(pin.group(1), action -> new TreeSet<>())
                            .add(pin.group(2)));
        }
        assertThat(commits)
                .containsKeys("actions/checkout", "actions/setup-java")
                .allSatisfy((action, found) -> assertThat(found).as(action).hasSize(1));
    }

    /** What a workflow asks of the action, and what it takes from it, must be there. */
    @Test
    void the_examples_use_inputs_and_outputs_that_the_action_has() throws IOException {
        var action = Workflow.read(Path.of(".github/actions/muster/action.yml"));
        var inputs = Workflow.map(action.root().get("inputs")).keySet();
        var outputs = Workflow.map(action.root().get("outputs")).keySet();

        assertThat(Stream.of("has_sends", "messages", "digest", "exitcode")).allMatch(outputs::contains);
        for (var file : files()) {
            var workflow = Workflow.read(file);
            assertThat(workflow.jobs().stream()
                            .flatMap(job -> job.steps().stream())
                            .filter(step -> step.uses().endsWith("/actions/muster"))
                            .flatMap(step -> Workflow.map(step.body().get("with")).keySet().stream()))
                    .as("%s", file)
                    .allMatch(inputs::contains);
            assertThat(Pattern.compile("steps\\.muster\\.outputs\\.(\\w+)")
                            .matcher(Files.readString(file))
                            .results()
                            .map(found -> found.group(1)))
                    .as("%s", file)
                    .allMatch(outputs::contains);
        }
    }

    /** What people download was built twice, compared and used, and is a draft until a person publishes it. */
    @Test
    void a_release_is_compared_and_attested_before_it_is_attached() throws IOException {
        var release = Workflow.read(Path.of(".github/workflows/release.yml"));
        var build = job(release, "build");
        var publish = job(release, "publish");

        assertThat(release.triggers()).startsWith("{push={tags=").doesNotContain("branches", "pull_request");
        assertThat(build.body().toString()).contains("matrix={copy=[one, two]}");
        assertThat(steps(build)).contains("-Prelease", "src/release/check");
        assertThat(publish.text("needs")).isEqualTo("build");
        assertThat(publish.text("environment")).isNotEmpty();
        assertThat(steps(publish))
                .containsSubsequence(
                        "src/release/compare packages/packages-one packages/packages-two",
                        "sha256sum --check",
                        "actions/attest-build-provenance@",
                        "gh release create",
                        "--draft");
    }

    private static Workflow.Job job(Workflow workflow, String name) {
        return workflow.jobs().stream()
                .filter(job -> job.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String steps(Workflow.Job job) {
        return job.steps().stream().map(step -> step.run() + step.uses()).collect(Collectors.joining("\n"));
    }

    @Test
    void the_action_takes_a_release_by_its_digest_and_needs_no_java_then() throws IOException {
        var action = Workflow.read(Path.of(".github/actions/muster/action.yml"));

        assertThat(Workflow.map(action.root().get("inputs")).keySet().stream().map(String::valueOf))
                .contains("version", "sha256", "releases", "jar", "jar-sha256");
        assertThat(action.jobs().get(0).steps().get(0).body().get("if")).isEqualTo("inputs.version == ''");
    }

    private static Map<WorkflowRule, List<String>> broken(Workflow workflow) {
        var broken = new TreeMap<WorkflowRule, List<String>>();
        for (var rule : WorkflowRule.values()) {
            var offences = rule.offences(workflow);
            if (!offences.isEmpty()) {
                broken.put(rule, offences);
            }
        }
        return broken;
    }

    private static List<Path> samples(WorkflowRule rule) throws IOException {
        try (var files = Files.list(SAMPLES)) {
            return files.filter(file -> ruleOf(file).equals(word(rule)))
                    .sorted()
                    .toList();
        }
    }

    /** {@code ends-in-time.yml} or {@code ends-in-time.2.yml}. */
    private static String ruleOf(Path sample) {
        return sample.getFileName().toString().replaceFirst("\\..*", "");
    }

    private static String word(WorkflowRule rule) {
        return rule.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
