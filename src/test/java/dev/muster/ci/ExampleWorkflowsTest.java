package dev.muster.ci;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.ci.Workflow.Job;
import dev.muster.ci.Workflow.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the example workflows do for people, beyond the rules that every workflow keeps. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ExampleWorkflowsTest {
    private static final Path EXAMPLES = Path.of(".github/workflows-examples");

    private static Workflow example(String name) throws IOException {
        return Workflow.read(EXAMPLES.resolve(name + ".yml"));
    }

    private static Job job(Workflow workflow, String name) {
        return workflow.jobs().stream()
                .filter(job -> job.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Step> steps(Job job, String uses) {
        return job.steps().stream().filter(step -> step.uses().contains(uses));
    }

    /** Two workspaces in one job would find each other's files there, and a link could be planted. */
    @ParameterizedTest
    @ValueSource(strings = {"plan", "apply", "reconcile"})
    void files_are_found_by_the_outputs_of_a_step_only(String name) throws IOException {
        assertThat(Files.readString(EXAMPLES.resolve(name + ".yml"))).doesNotContain("runner.temp }}/muster");
    }

    /** Reviewers of the sends, or of what strangers may plan, sleep at night. */
    @ParameterizedTest
    @ValueSource(strings = {"apply", "reconcile"})
    void only_a_send_waits_for_a_reviewer(String name) throws IOException {
        var workflow = example(name);

        assertThat(List.of("plan", "status"))
                .allMatch(job -> job(workflow, job).text("environment").equals("muster-look"));
        assertThat(job(workflow, "apply").text("environment")).isEqualTo("muster-send");
        assertThat(job(example("plan"), "plan").text("environment")).isEqualTo("muster-plan");
    }

    @Test
    void the_policy_before_the_push_judges_what_was_pushed() throws IOException {
        for (var name : List.of("plan", "apply")) {
            var job = job(example("apply"), name);
            assertThat(steps(job, "./.github/actions/muster").map(step -> step.with("arguments")))
                    .singleElement()
                    .asString()
                    .contains("--policy-from\n${{ github.event.before }}\n", "--trust-from\nHEAD\n");
            assertThat(steps(job, "actions/checkout").map(step -> step.with("fetch-depth")))
                    .as("the commit before the push is there")
                    .containsExactly("0");
        }
    }

    /** Where {@code plan_valid_for} is the week that it can be at most. */
    @ParameterizedTest
    @ValueSource(strings = {"apply", "reconcile"})
    void a_plan_is_kept_as_long_as_it_can_be_valid(String name) throws IOException {
        var kept = steps(job(example(name), "plan"), "actions/upload-artifact")
                .filter(step -> step.with("path").contains("plan_file"));

        assertThat(kept.map(step -> step.with("retention-days"))).containsExactly("7");
    }

    /** The same name a second time is refused, unless the step says that it replaces. */
    @ParameterizedTest
    @ValueSource(strings = {"plan", "apply", "reconcile"})
    void a_job_that_is_run_again_can_keep_what_it_found(String name) throws IOException {
        assertThat(example(name).jobs().stream().flatMap(job -> steps(job, "actions/upload-artifact")))
                .isNotEmpty()
                .allMatch(step -> step.with("overwrite").equals("true")
                        || step.with("name").endsWith("-${{ github.run_attempt }}"));
    }

    /** Whoever has two workspaces copies the file and writes the other name; each job's artifacts have names of their own. */
    @ParameterizedTest
    @ValueSource(strings = {"plan", "apply", "reconcile"})
    void every_artifact_is_named_for_its_workspace(String name) throws IOException {
        var artifacts = example(name).jobs().stream()
                .flatMap(job -> steps(job, "-artifact@"))
                .map(step -> step.with("name"))
                .filter(artifact -> !artifact.isEmpty());

        assertThat(artifacts).isNotEmpty().allMatch(artifact -> artifact.matches("[a-z-]+-production(-\\$\\{\\{.*)?"));
    }

    /** Of two in a group, one waits for the other or ends it: so the copy for another workspace has a group of its own. */
    @ParameterizedTest
    @ValueSource(strings = {"plan", "apply", "reconcile"})
    void every_group_of_runs_is_named_for_its_workspace(String name) throws IOException {
        var workflow = example(name);
        var bodies = Stream.concat(
                Stream.of(workflow.root()), workflow.jobs().stream().map(Job::body));
        var groups = bodies.filter(body -> body.containsKey("concurrency"))
                .map(body -> Workflow.text(Workflow.map(body.get("concurrency")), "group"));

        assertThat(groups).isNotEmpty().allMatch(group -> group.matches("[a-z-]+-production(-\\$\\{\\{.*)?"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"apply", "reconcile"})
    void the_alarm_hears_how_every_job_ended_also_when_the_run_was_cancelled(String name) throws IOException {
        var workflow = example(name);
        var alarm = job(workflow, "alarm");
        var ended = alarm.steps().get(alarm.steps().size() - 1).with("ended");

        assertThat(alarm.text("if")).isEqualTo("always()");
        assertThat(job(workflow, "status").text("if")).isEqualTo("always()");
        for (var job : List.of("plan", "apply", "status")) {
            assertThat(String.valueOf(ended))
                    .contains(job + " ${{ needs." + job + ".result }} code:${{ needs." + job + ".outputs.exitcode }}");
            assertThat(Workflow.map(job(workflow, job).body().get("outputs")))
                    .extracting(outputs -> (Object) ((Map<?, ?>) outputs).get("exitcode"))
                    .isEqualTo("${{ steps.muster.outputs.exitcode }}");
        }
        assertThat(String.valueOf(ended)).contains("sent:${{ needs.apply.outputs.has_sends }}");
    }

    /** A checkout without a folder of its own cleans the one in which a job that died on this machine left SeaX's answers. */
    @ParameterizedTest
    @ValueSource(strings = {"plan", "apply", "reconcile"})
    void what_a_dead_job_left_is_kept_before_any_checkout_deletes_it(String name) throws IOException {
        var cleaning = example(name).jobs().stream()
                .filter(job -> steps(job, "actions/checkout")
                        .anyMatch(step -> step.with("path").isEmpty()));

        assertThat(cleaning.toList()).hasSize(name.equals("plan") ? 0 : 4).allSatisfy(job -> {
            var first = job.steps().get(0);
            assertThat(first.with("path")).contains("campaigns/*.lock.answers", "campaigns/*.lock.rescue.json");
            assertThat(first.with("if-no-files-found")).isEqualTo("ignore");
            assertThat(first.with("name"))
                    .isEqualTo("left-before-" + job.name() + "-production-${{ github.run_attempt }}");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"apply", "reconcile"})
    void a_machine_that_is_lost_is_told_from_a_reviewers_no(String name) throws IOException {
        assertThat(job(example(name), "apply").steps().stream()
                        .takeWhile(step -> !step.uses().contains("actions/muster")))
                .anyMatch(step -> step.with("name").equals("begun-production-${{ github.run_attempt }}"));
    }

    /** A check that is never started is waited for without end. */
    @Test
    void a_required_check_ends_whatever_changed_and_in_a_merge_queue() throws IOException {
        var plan = example("plan");

        assertThat(plan.triggers()).contains("merge_group").doesNotContain("paths");
        assertThat(job(plan, "result").text("if")).isEqualTo("always()");
        assertThat(String.valueOf(job(plan, "result").body().get("needs"))).isEqualTo("[changed, offline, plan]");
    }

    @Test
    void a_stranger_gets_an_offline_plan_and_no_key() throws IOException {
        var offline = job(example("plan"), "offline");

        assertThat(offline.seesSecrets()).isFalse();
        assertThat(steps(offline, "actions/muster").map(step -> step.with("arguments")))
                .singleElement()
                .asString()
                .startsWith("--offline\n--policy-from\n");
    }

    /** Paths are those of the pull request, and a job that died is told by the commit that people see. */
    @Test
    void a_comment_names_the_pull_requests_own_commit_and_paths() throws IOException {
        var plan = example("plan");

        for (var name : List.of("offline", "plan")) {
            var step = steps(job(plan, name), "actions/muster").findFirst().orElseThrow();
            assertThat(step.with("checkout")).isEqualTo("proposed");
            assertThat(step.with("commit")).isEqualTo("${{ github.event.pull_request.head.sha }}");
        }
        var comment = job(plan, "comment").steps();
        var written = comment.get(comment.size() - 1);
        assertThat(written.with("command")).isEqualTo("comment");
        assertThat(written.with("commit")).isEqualTo("${{ github.event.pull_request.head.sha }}");
        assertThat(written.with("workspace")).isEqualTo("production");
        assertThat(steps(job(plan, "comment"), "actions/download-artifact"))
                .allMatch(step ->
                        String.valueOf(step.body().get("continue-on-error")).equals("true"));
    }
}
