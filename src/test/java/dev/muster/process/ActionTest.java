package dev.muster.process;

import static dev.muster.testing.Repositories.git;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.muster.sandbox.api.Operation;
import dev.muster.sandbox.http.Fault;
import dev.muster.testing.Repositories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The scripts of the GitHub action, really run on one fresh machine after the other, with the lock on a branch. */
@Tag("process")
@DisabledOnOs(OS.WINDOWS)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ActionTest {
    private static final int CAMPAIGNS = 2;
    private static final int PEOPLE = 6;
    private static final String DIGEST = "sha256:[0-9a-f]{64}";

    @TempDir
    Path folder;

    private Posts posts;
    private Repositories repositories;
    private int machines;

    @BeforeEach
    void campaigns_in_a_repository() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "there is no /bin/bash");
        posts = Posts.open(folder.resolve("seax"));
        var files = folder.resolve("files");
        var campaigns = Files.createDirectories(files.resolve("campaigns"));
        Files.writeString(campaigns.resolve("muster.yaml"), """
                kind: project
                default_workspace: office
                workspaces:
                  office:
                    base_url: %s
                    workspace_id: %s
                    api_key_env: OFFICE_KEY
                    max_requests_per_second: 1000
                    lock: {store: git}
                """.formatted(
                        posts.sandbox().baseUrl(), posts.sandbox().workspaceId()));
        for (int number = 1; number <= CAMPAIGNS; number++) {
            Files.writeString(campaigns.resolve(number + ".yaml"), """
                    kind: campaign
                    key: campaign-%1$d
                    name: Campaign %1$d
                    owner: crm-team
                    audience: {any: [%2$s]}
                    senders: [Sales Line]
                    message: {text: This is a test of our message system. Nothing to do for you.}
                    schedule: immediately
                    acknowledge: {plan/looks-like-a-rename: they are all alike}
                    """.formatted(number, Posts.LABEL));
        }
        repositories = Repositories.in(folder, files);
    }

    @AfterEach
    void close() {
        posts.close();
    }

    /** Each job has a clone and a disk of its own. */
    private Job machine() {
        machines++;
        var place = folder.resolve("machine " + machines);
        return Job.in(
                place,
                repositories.cloned("clone" + machines),
                Map.of("OFFICE_KEY", posts.sandbox().apiKey(), "USER", "runner", "HOME", folder.toString()));
    }

    private Job readyMachine() {
        var job = machine();
        try (var init = job.muster("init", "-q")) {
            assertThat(init.exitCode()).as(init.said() + init.errors()).isZero();
        }
        return job;
    }

    private static String[] apply(Map<String, String> reviewed) {
        return new String[] {
            "INPUT_COMMAND=apply",
            "INPUT_ARGUMENTS=" + reviewed.get("plan_file") + "\n--expect\n" + reviewed.get("digest") + "\n"
        };
    }

    @Test
    void what_was_planned_on_one_machine_is_applied_on_another_and_never_again() {
        var planner = readyMachine();
        var planned = planner.run(0, "INPUT_COMMAND=plan");

        assertThat(planned)
                .containsEntry("has_sends", "true")
                .containsEntry("messages", String.valueOf(CAMPAIGNS * PEOPLE))
                .containsEntry("exitcode", "0")
                .containsKey("plan_file");
        assertThat(planned.get("digest")).matches(DIGEST);
        assertThat(planner.summary()).contains("## Muster plan (office): 2 campaigns, 12 messages to 6 people");
        assertThat(Path.of(planned.get("comment"))).hasContent(planner.summary());

        var sender = machine();
        var applied = sender.run(0, apply(planned));
        assertThat(applied)
                .containsEntry("has_sends", "true")
                .containsEntry("messages", "12")
                .containsEntry("digest", planned.get("digest"));
        assertThat(sender.summary()).contains("✅ Muster apply (office): 2 campaigns created, 12 messages");

        var again = machine().run(4, apply(planned));
        assertThat(again).containsEntry("has_sends", "false").containsEntry("messages", "0");
        assertThat(machine().run(0, "INPUT_COMMAND=plan")).containsEntry("has_sends", "false");
        assertThat(posts.count()).isEqualTo(CAMPAIGNS);
        assertThat(posts.sandbox().ledger().mostPerPersonAndName()).isEqualTo(1);
    }

    @Test
    void the_step_ends_as_muster_did() {
        assertThat(readyMachine().run(2, "INPUT_COMMAND=plan", "INPUT_ARGUMENTS=--detailed-exitcode"))
                .containsEntry("has_sends", "true")
                .containsEntry("exitcode", "2");
        var nobody = machine();
        assertThat(nobody.run(3, "INPUT_COMMAND=apply"))
                .containsEntry("has_sends", "false")
                .containsEntry("exitcode", "3");
        assertThat(nobody.summary()).contains("❌ Muster apply (office): nothing was sent");
        assertThat(machine().run(1, "INPUT_COMMAND=plan", "INPUT_FOLDER=no such folder"))
                .containsEntry("digest", "")
                .containsEntry("has_sends", "false")
                .doesNotContainKey("plan_file");
        assertThat(machine().run(0, "INPUT_COMMAND=validate")).containsEntry("exitcode", "0");
        machine().run(64, "INPUT_COMMAND=lock");
        assertThat(posts.count()).isZero();
    }

    @Test
    void a_send_that_was_refused_is_told_and_the_lock_is_on_the_branch() {
        var planner = readyMachine();
        var planned = planner.run(0, "INPUT_COMMAND=plan");
        posts.sandbox().fault(Operation.CREATE_CAMPAIGN, Fault.templateRefused());

        var applied = machine().run(5, apply(planned));

        assertThat(applied).containsEntry("has_sends", "true").containsEntry("messages", "6");
        assertThat(states()).containsExactly("REJECTED", "CONFIRMED");
    }

    @Test
    void a_doubt_outlives_the_machine_and_the_next_night_sees_it() {
        var planner = readyMachine();
        var planned = planner.run(0, "INPUT_COMMAND=plan");
        posts.sandbox().fault(Operation.CREATE_CAMPAIGN, Fault.drop());

        var applied = machine().run(6, apply(planned));

        assertThat(applied).containsEntry("exitcode", "6").containsEntry("messages", "0");
        assertThat(states()).containsExactly("IN_DOUBT");
        var night = machine();
        assertThat(night.run(6, "INPUT_COMMAND=status")).containsEntry("exitcode", "6");
        assertThat(night.summary().lines()).isNotEmpty().allMatch(line -> line.startsWith("    "));
        assertThat(posts.count()).isEqualTo(1);
    }

    /** A runner signals the process that it started, and kills it ten seconds later. */
    @Test
    void a_cancelled_job_sends_nothing_more_and_records_what_it_sent() throws Exception {
        var planner = readyMachine();
        var planned = planner.run(0, "INPUT_COMMAND=plan");
        posts.sandbox().fault(Operation.CREATE_CAMPAIGN, Fault.slow(Duration.ofSeconds(1)), CAMPAIGNS);

        var job = machine();
        try (var step = job.start(apply(planned))) {
            posts.await(1);
            step.signal("TERM");
            assertThat(step.exitCode()).as(step.said() + step.errors()).isEqualTo(130);
        }

        assertThat(job.outputs()).containsEntry("exitcode", "130");
        assertThat(posts.count()).isEqualTo(1);
        assertThat(states()).containsExactly("CONFIRMED");
    }

    /** As a machine sees it that has only the branch. */
    private List<String> states() {
        try (var list = machine().muster("lock", "list", "--json")) {
            assertThat(list.exitCode()).as(list.errors()).isZero();
            return list.said()
                    .lines()
                    .filter(line -> line.contains("\"state\""))
                    .map(line -> line.replaceAll(".*: \"|\".*", ""))
                    .toList();
        }
    }

    /** The job of the example for a stranger's pull request: no key, and a lock that this job cannot read. */
    @Test
    void a_fork_gets_an_offline_plan_that_says_what_it_could_not_read() throws IOException {
        var job = machine().without("OFFICE_KEY");
        var base = git(job.work(), "rev-parse", "HEAD");
        git(job.work(), "commit", "-q", "--allow-empty", "-m", "Propose");
        var head = git(job.work(), "rev-parse", "HEAD");
        git(job.work(), "checkout", "-q", base);
        git(job.work(), "merge", "-q", "--no-ff", "-m", "Merge the proposal", head);
        var event = Files.writeString(
                folder.resolve("event.json"),
                "{\"pull_request\":{\"base\":{\"sha\":\"%s\"},\"head\":{\"sha\":\"%s\"}}}".formatted(base, head));
        git(
                job.work(),
                "remote",
                "set-url",
                "origin",
                folder.resolve("private.git").toString());

        var outputs = job.run(
                0,
                "INPUT_COMMAND=plan",
                "GITHUB_EVENT_NAME=pull_request",
                "GITHUB_EVENT_PATH=" + event,
                "INPUT_ARGUMENTS=--offline\n--policy-from\nHEAD^1");

        assertThat(outputs).containsEntry("has_sends", "false").doesNotContainKey("plan_file");
        assertThat(Files.readString(Path.of(outputs.get("comment"))))
                .contains(
                        "offline, nobody was counted",
                        "the lock was not read, so what was sent already is shown as new");
        assertThat(posts.sandbox().requests()).isEmpty();
    }

    /** The arguments of the example that runs after a merge: what was merged relaxes the policy, and it does not count yet. */
    @Test
    void what_was_merged_is_judged_and_sent_by_the_policy_before_the_push() throws IOException {
        var planner = readyMachine();
        var before = git(planner.work(), "rev-parse", "HEAD");
        var project = planner.work().resolve("campaigns/muster.yaml");
        Files.writeString(project, Files.readString(project) + "policy: {max_reach: 1000000}\n");
        git(planner.work(), "commit", "-qam", "Relax the policy");
        git(planner.work(), "push", "-q", "origin", "HEAD:main");
        var judged = "--policy-from\n" + before + "\n--trust-from\nHEAD\n";

        var planned = planner.run(0, "INPUT_COMMAND=plan", "INPUT_ARGUMENTS=" + judged, "GITHUB_EVENT_NAME=push");
        assertThat(planner.summary()).contains("which differs from the one in this folder");

        var sender = machine();
        git(sender.work(), "fetch", "-q", "--unshallow");
        var applied = sender.run(
                0,
                "INPUT_COMMAND=apply",
                "GITHUB_EVENT_NAME=push",
                "INPUT_ARGUMENTS=" + planned.get("plan_file") + "\n--expect\n" + planned.get("digest") + "\n" + judged);
        assertThat(applied).containsEntry("messages", "12");
    }
}
