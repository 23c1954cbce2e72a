package dev.muster.cli.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.cli.Workstation;
import dev.muster.testing.Repositories;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A pull request that wants the key, the token or a false plan: its YAML points somewhere else. Two servers listen, the one
 * that the base names and a stranger's; neither hears anything, and nobody even asks for the key.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HostileProposalTest {
    private static final List<String> EVERY_WAY_TO_ASK = List.of(
            "plan",
            "plan --offline",
            "status",
            "doctor",
            "audience system-test",
            "labels",
            "phones",
            "contacts list",
            "contacts check people.csv",
            "logs system-test",
            "report",
            "lock verify",
            "resolve system-test",
            "apply --confirm 6",
            "contacts import people.csv --confirm 1",
            "send --to +12025550143 --from Desk --text Hello --confirm 1");

    @TempDir
    private Path folder;

    private final Map<String, String> environment = new HashMap<>(Map.of("USER", "mallory"));
    private final Listener office = new Listener();
    private final Listener stranger = new Listener();

    /** Counts who comes; nobody is answered. */
    private static final class Listener implements AutoCloseable {
        private final AtomicInteger visits = new AtomicInteger();
        private final ServerSocket socket = open();

        private static ServerSocket open() {
            try {
                return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        Listener() {
            var thread = new Thread(this::listen, "listener");
            thread.setDaemon(true);
            thread.start();
        }

        private void listen() {
            while (!socket.isClosed()) {
                try {
                    socket.accept().close();
                    visits.incrementAndGet();
                } catch (IOException closed) {
                    return;
                }
            }
        }

        int port() {
            return socket.getLocalPort();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    @BeforeEach
    void base() throws IOException {
        write("campaigns/muster.yaml", """
                kind: project
                default_workspace: office
                workspaces:
                  office:
                    base_url: http://127.0.0.1:%d/api/v1
                    workspace_id: 00000000-0000-4000-8000-0000000000f1
                    api_key_env: SEAX_API_KEY
                    ca_file: campaigns/company.pem
                    lock: {store: git, branch: muster/office}
                  lab:
                    sandbox: {clock: 2026-11-30T09:00:00Z}
                policy:
                  max_reach: 100
                """.formatted(office.port()));
        write("campaigns/company.pem", "-----BEGIN CERTIFICATE-----\nb2Zm\n-----END CERTIFICATE-----\n");
        write("campaigns/test.yaml", """
                kind: campaign
                key: system-test
                name: System test
                owner: crm-team
                audience: {any: [staff_test]}
                senders: [Sales Line]
                message: {text: This is a test of our message system.}
                schedule: immediately
                """);
        write("people.csv", "name,phone\nQuirina Vogelsang,+12025550143\n");
        git("init", "-q", "-b", "main");
        git("remote", "add", "origin", "http://127.0.0.1:" + stranger.port() + "/office.git");
        git("add", ".");
        git("commit", "-q", "-m", "What is merged");
    }

    @AfterEach
    void close() throws IOException {
        office.close();
        stranger.close();
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.writeString(folder.resolve(file), text);
    }

    private void git(String... arguments) {
        Repositories.git(folder, arguments);
    }

    private Workstation.Said run(String line) {
        return new Workstation(folder, environment, Clock.systemUTC()).run(line.split(" ", -1));
    }

    private void replace(String from, String to) throws IOException {
        var text = Files.readString(folder.resolve("campaigns/muster.yaml"));
        assertThat(text).contains(from);
        write("campaigns/muster.yaml", text.replace(from, to));
    }

    private void assertNobodyWasAsked() {
        assertThat(office.visits).as("the office").hasValue(0);
        assertThat(stranger.visits).as("the stranger").hasValue(0);
    }

    @ParameterizedTest(name = "{1} => {2}")
    @CsvSource(delimiter = '|', textBlock = """
            base_url           | base_url: http://127.0.0.1:OFFICE/api/v1 | base_url: http://127.0.0.1:STRANGER/api/v1
            base_url           | base_url: http://127.0.0.1:OFFICE/api/v1 | base_url: http://127.0.0.1:OFFICE/elsewhere
            base_url           | base_url: http://127.0.0.1:OFFICE/api/v1 | base_url: https://seax.example/api/v1
            base_url           | base_url: http://127.0.0.1:OFFICE/api/v1 | base_url: http://localhost:OFFICE/api/v1
            base_url           | base_url: http://127.0.0.1:OFFICE/api/v1 | base_url: "http:\\u002f/localhost:STRANGER/x"
            workspace_id       | 0000000000f1                             | 0000000000f2
            api_key_env        | SEAX_API_KEY                             | AWS_SECRET_ACCESS_KEY
            api_key_env        | SEAX_API_KEY                             | SEAX_API_KEY_OF_ANOTHER
            api_key_file       | api_key_env: SEAX_API_KEY                | api_key_file: /proc/self/environ
            proxy              | api_key_env: SEAX_API_KEY                | proxy: http://127.0.0.1:STRANGER
            ca_file            | campaigns/company.pem                    | campaigns/other.pem
            ca_file            | ca_file: campaigns/company.pem           | max_requests_per_second: 1
            lock.store         | {store: git, branch: muster/office}      | {store: file, accept_loss_in_ci: no}
            lock.branch        | muster/office                            | muster/mine
            lock.remote        | branch: muster/office                    | branch: muster/office, remote: mine
            lock.store         | {store: git, branch: muster/office}      | {store: postgres, url_env: DATABASE_URL}
            default_workspace  | default_workspace: office                | default_workspace: lab
            single_message     | ca_file:                                 | single_message: send_whatsapp_message / ca_file:
            api                | api_key_env:                             | api: openapi / message_service_id: MG / service_account_id: WA / api_key_env:
            """)
    void what_decides_where_requests_go_is_said_and_asks_nobody(String setting, String from, String to)
            throws IOException {
        replace(ports(from), ports(to).replace(" / ", "\n    "));

        for (var command : EVERY_WAY_TO_ASK) {
            var said = run(command + " --trust-from HEAD");
            assertThat(said.code())
                    .as("%s: %s%s", command, said.out(), said.err())
                    .isEqualTo(3);
            assertThat(said.out() + said.err())
                    .contains("`" + setting + "` is", "workspace/of-another-revision", "campaigns/muster.yaml:");
        }
        assertNobodyWasAsked();
    }

    private String ports(String text) {
        return text.replace("OFFICE", "" + office.port()).replace("STRANGER", "" + stranger.port());
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan --policy-from HEAD", "plan --offline --policy-from main", "apply --policy-from HEAD"})
    void whose_policy_judges_is_trusted_with_the_rest(String command) throws IOException {
        replace("api_key_env: SEAX_API_KEY", "api_key_env: ANOTHER_KEY");

        assertThat(run(command).code()).isEqualTo(3);
        assertNobodyWasAsked();
    }

    @Test
    void certificates_under_the_same_name_are_not_the_same_certificates() throws IOException {
        write("campaigns/company.pem", "-----BEGIN CERTIFICATE-----\nc3RyYW5nZXI=\n-----END CERTIFICATE-----\n");

        var said = run("plan --trust-from HEAD");

        assertThat(said.code()).isEqualTo(3);
        assertThat(said.err()).contains("the certificates in campaigns/company.pem are not those of HEAD");
        assertNobodyWasAsked();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INPUT_TOKEN",
                "GITHUB_TOKEN",
                "GIT_CONFIG_VALUE_0",
                "CI_JOB_TOKEN",
                "ACTIONS_RUNTIME_TOKEN",
                "ACTIONS_ID_TOKEN_REQUEST_TOKEN",
                "RUNNER_TOKEN",
                "github_token",
                "GH_TOKEN"
            })
    void what_belongs_to_the_pipeline_is_no_key_and_no_database(String variable) throws IOException {
        replace("SEAX_API_KEY", variable);
        assertThat(run("plan").code()).isEqualTo(1);
        assertThat(run("validate").out() + run("validate").err())
                .contains("workspace/api-key-env", "belongs to the pipeline");

        replace(variable, "SEAX_API_KEY");
        replace("{store: git, branch: muster/office}", "{store: postgres, url_env: " + variable + "}");
        assertThat(run("plan").code()).isEqualTo(1);
        assertThat(run("validate").out() + run("validate").err()).contains("lock/url-env");
        assertNobodyWasAsked();
    }

    @ParameterizedTest
    @CsvSource({
        "GITHUB_EVENT_NAME, pull_request",
        "GITHUB_EVENT_NAME, pull_request_target",
        "CI_MERGE_REQUEST_IID, 7",
        "BITBUCKET_PR_ID, 7",
        "BUILD_REASON, PullRequest",
        "CHANGE_ID, 7",
        "CIRCLE_PULL_REQUEST, https://example.com/7",
        "BUILDKITE_PULL_REQUEST, 7"
    })
    void a_run_that_judges_a_proposal_names_whom_it_trusts(String variable, String value) {
        environment.put(variable, value);
        for (var command : EVERY_WAY_TO_ASK) {
            var said = run(command);
            assertThat(said.code())
                    .as("%s: %s%s", command, said.out(), said.err())
                    .isEqualTo(3);
            assertThat(said.out() + said.err()).contains("--trust-from HEAD^1", variable + "=" + value);
        }
        assertNobodyWasAsked();
    }

    @ParameterizedTest
    @CsvSource({
        "GITHUB_EVENT_NAME, pull_request_review",
        "GITHUB_EVENT_NAME, pull_request_review_comment",
        "GITHUB_EVENT_NAME, merge_group",
        "GITHUB_REF, refs/pull/7/merge",
        "GITHUB_REF, refs/heads/gh-readonly-queue/main/pr-7-4f2a9c1",
        "CI_EXTERNAL_PULL_REQUEST_IID, 7",
        "BUILD_SOURCEBRANCH, refs/pull/7/merge",
        "ghprbPullId, 7",
        "gitlabMergeRequestIid, 7",
        "GERRIT_EVENT_TYPE, patchset-created",
        "TRAVIS_PULL_REQUEST, 7",
        "APPVEYOR_PULL_REQUEST_NUMBER, 7",
        "DRONE_PULL_REQUEST, 7",
        "CI_COMMIT_PULL_REQUEST, 7",
        "SEMAPHORE_GIT_PR_NUMBER, 7",
        "CIRRUS_PR, 7",
        "PULL_NUMBER, 7",
        "CODEBUILD_WEBHOOK_EVENT, PULL_REQUEST_CREATED"
    })
    void each_ci_system_has_its_own_word_for_a_proposal(String variable, String value) {
        environment.put(variable, value);

        assertNotTrusted(variable + "=" + value);
    }

    private void assertNotTrusted(String sign) {
        var said = run("status");
        assertThat(said.code()).as(said.out() + said.err()).isEqualTo(3);
        assertThat(said.err()).contains("workspace/not-trusted", sign);
        assertNobodyWasAsked();
    }

    /** How to reach the workspace is looked at only where the folder is trusted; here its certificates are none. */
    private void assertTrusted(String command) {
        var said = run(command);
        assertThat(said.err())
                .as(said.out())
                .contains("it holds no certificates")
                .doesNotContain("not-trusted");
    }

    private String head() {
        return Repositories.git(folder, "rev-parse", "HEAD").strip();
    }

    /** The stranger's commit, checked out by itself as {@code actions/checkout} does with {@code ref: <commit>}. */
    private String strangers() throws IOException {
        git("checkout", "-q", "--detach");
        replace("127.0.0.1:" + office.port(), "127.0.0.1:" + stranger.port());
        git("commit", "-q", "-a", "-m", "Move");
        return head();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "issue_comment",
                "workflow_run",
                "workflow_dispatch",
                "repository_dispatch",
                "check_run",
                "check_suite",
                "status",
                "issues",
                "discussion_comment",
                "deployment_status",
                "an_event_of_next_year"
            })
    void an_event_that_everybody_can_have_is_ours_until_a_job_checks_out_a_proposal(String event) throws IOException {
        var ours = head();
        environment.putAll(Map.of("CI", "true", "GITHUB_EVENT_NAME", event, "GITHUB_SHA", ours));
        assertTrusted("plan");

        strangers();
        assertNotTrusted(
                "GITHUB_EVENT_NAME=" + event + ", and what is checked out is neither its commit nor on a branch");
        assertThat(run("plan --trust-from HEAD").err()).contains("workspace/not-trusted");
        assertThat(run("plan --trust-from " + ours).err()).contains("`base_url` is");
        assertNobodyWasAsked();
    }

    /** A branch or a tag of our own, a commit that a job made and pushed, or an older one of the default branch. */
    @Test
    void what_our_own_repository_has_is_no_proposal() throws IOException {
        var first = head();
        git("commit", "-q", "--allow-empty", "-m", "Go on");
        environment.putAll(Map.of("CI", "true", "GITHUB_EVENT_NAME", "workflow_dispatch", "GITHUB_SHA", head()));
        git("checkout", "-q", first);
        assertTrusted("plan");
        git("commit", "-q", "--allow-empty", "-m", "Release");
        for (var reference : List.of("refs/remotes/origin/release", "refs/tags/v1")) {
            git("update-ref", reference, "HEAD");
            assertTrusted("plan");
            git("update-ref", "-d", reference);
        }
        assertNotTrusted("GITHUB_EVENT_NAME=workflow_dispatch");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "refs/remotes/pull/7/merge",
                "refs/remotes/pull/7/head",
                "refs/pull/7/head",
                "refs/remotes/origin/pr/7",
                "refs/merge-requests/7/head",
                "refs/remotes/origin/merge-requests/7",
                "refs/pull-requests/7/from",
                "refs/changes/34/1234/5"
            })
    void what_was_fetched_as_a_proposal_is_one_whatever_started_the_run(String reference) throws IOException {
        environment.put("CI", "true");
        git("update-ref", "refs/remotes/origin/main", "HEAD");
        git("update-ref", reference, "HEAD");
        assertTrusted("plan");

        git("update-ref", reference, strangers());
        assertNotTrusted("what is checked out is " + reference);
        assertNobodyWasAsked();
    }

    /** GitHub checks out the merge of both for a pull request, which no commit of the pull request reaches. */
    @Test
    void the_merge_with_the_base_is_not_the_base() throws IOException {
        var base = head();
        var head = strangers();
        git("checkout", "-q", base);
        git("merge", "-q", "--no-ff", "-m", "Merge", head);
        environment.put("GITHUB_EVENT_NAME", "pull_request");
        environment.put("GITHUB_EVENT_PATH", folder.resolve("event.json").toString());
        write("event.json", """
                {"pull_request": {"head": {"sha": "%s"}, "base": {"sha": "%s"}}}""".formatted(head, base));

        assertThat(run("plan --trust-from HEAD").err()).contains("workspace/not-trusted", "belongs to the change");
        assertThat(run("plan --trust-from HEAD^1").err()).contains("`base_url` is");
        assertNobodyWasAsked();
    }

    /** The base went on since the pull request was made, and is what this event checks out. */
    @Test
    void the_base_that_pull_request_target_checks_out_can_be_named() throws IOException {
        var base = head();
        var head = strangers();
        git("checkout", "-q", base);
        git("commit", "-q", "--allow-empty", "-m", "Go on");
        environment.putAll(Map.of("GITHUB_EVENT_NAME", "pull_request_target", "GITHUB_SHA", head()));
        environment.put("GITHUB_EVENT_PATH", folder.resolve("event.json").toString());
        write("event.json", """
                {"pull_request": {"head": {"sha": "%s"}, "base": {"sha": "%s"}}}""".formatted(head, base));

        assertNotTrusted("pull_request_target");
        assertTrusted("plan --trust-from HEAD");
        git("checkout", "-q", head);
        assertThat(run("plan --trust-from HEAD").err()).contains("workspace/not-trusted");
        assertNobodyWasAsked();
    }

    @Test
    void a_merge_queue_can_name_its_base() throws IOException {
        var base = head();
        strangers();
        environment.put("GITHUB_EVENT_NAME", "merge_group");
        environment.put("GITHUB_EVENT_PATH", folder.resolve("event.json").toString());
        write("event.json", "{\"merge_group\": {\"base_sha\": \"%s\"}}".formatted(base));

        assertThat(run("plan --trust-from HEAD").err()).contains("workspace/not-trusted");
        assertThat(run("plan --trust-from " + base).err()).contains("`base_url` is");
        assertNobodyWasAsked();
    }

    /** A pull request of two commits: the first changes the host, the second nothing, and the head itself is checked out. */
    @Test
    void the_parent_of_the_head_is_the_pull_requests_own() throws IOException {
        var base = Repositories.git(folder, "rev-parse", "HEAD").strip();
        replace("127.0.0.1:" + office.port(), "127.0.0.1:" + stranger.port());
        git("commit", "-q", "-a", "-m", "Move");
        git("commit", "-q", "--allow-empty", "-m", "Nothing to see");
        var head = Repositories.git(folder, "rev-parse", "HEAD").strip();
        environment.put("GITHUB_EVENT_NAME", "pull_request");
        environment.put("GITHUB_EVENT_PATH", folder.resolve("event.json").toString());
        for (var known : List.of("f".repeat(40), base)) {
            write("event.json", """
                    {"pull_request": {"head": {"sha": "%s"}, "base": {"sha": "%s"}}}""".formatted(head, known));

            var said = run("plan --policy-from HEAD^1");

            assertThat(said.code()).as(said.out() + said.err()).isEqualTo(3);
            assertThat(said.err()).contains("workspace/not-trusted", "belongs to the change");
        }
        assertThat(run("plan --policy-from " + base).err()).contains("`base_url` is");
        assertNobodyWasAsked();
    }

    @ParameterizedTest
    @CsvSource({
        "GITHUB_EVENT_NAME, pull_request, GITHUB_BASE_REF, main",
        "BITBUCKET_PR_ID, 7, BITBUCKET_PR_DESTINATION_BRANCH, main",
        "BUILD_REASON, PullRequest, SYSTEM_PULLREQUEST_TARGETBRANCH, refs/heads/main",
        "CHANGE_ID, 7, CHANGE_TARGET, main",
        "CIRCLE_PULL_REQUEST, 7, NOTHING, nothing"
    })
    void without_a_word_on_its_commits_nothing_of_what_is_checked_out_is_trusted(
            String sign, String value, String variable, String target) throws IOException {
        var base = Repositories.git(folder, "rev-parse", "HEAD").strip();
        replace("127.0.0.1:" + office.port(), "127.0.0.1:" + stranger.port());
        git("commit", "-q", "-a", "-m", "Move");
        environment.put(sign, value);
        environment.put(variable, target);

        for (var revision : List.of("HEAD", "main", "HEAD^1", base)) {
            assertThat(run("plan --trust-from " + revision).err()).contains("workspace/not-trusted");
        }
        git("update-ref", "refs/remotes/origin/main", base);
        assertThat(run("plan --trust-from HEAD").err()).contains("workspace/not-trusted");
        assertThat(run("plan --trust-from origin/main").code()).isEqualTo(3);
        assertNobodyWasAsked();
    }

    @ParameterizedTest
    @ValueSource(strings = {"office.lock.json", "office.lock.journal"})
    void the_lock_of_a_pull_request_is_no_record(String file) throws IOException {
        replace("{store: git, branch: muster/office}", "{store: file}");
        git("commit", "-q", "-a", "-m", "The lock is a file");
        write("campaigns/" + file, "forged");
        git("add", "-f", "campaigns/" + file);
        git("update-ref", "refs/remotes/origin/main", "HEAD");
        environment.putAll(Map.of("GITHUB_EVENT_NAME", "pull_request", "GITHUB_BASE_REF", "main"));

        var said = run("plan --trust-from HEAD");

        assertThat(said.code()).as(said.out() + said.err()).isEqualTo(3);
        assertThat(said.err()).contains("the lock is not the one of HEAD");
        assertNobodyWasAsked();
    }

    @Test
    void a_second_project_file_decides_nothing() throws IOException {
        write("campaigns/a.yaml", Files.readString(folder.resolve("campaigns/muster.yaml")));

        assertThat(run("plan --trust-from HEAD").code()).isEqualTo(1);
        assertNobodyWasAsked();
    }

    @Test
    void a_base_without_the_workspace_trusts_nobody() throws IOException {
        replace(
                "  lab:\n",
                "  mine:\n    base_url: http://127.0.0.1:" + stranger.port()
                        + "/x\n    workspace_id: 00000000-0000-4000-8000-0000000000f3\n  lab:\n");

        var said = run("plan -w mine --trust-from HEAD");

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).contains("HEAD", "has no workspace \"mine\"");
        assertNobodyWasAsked();
    }

    /** Its numbers would look like those of the office. */
    @Test
    void a_sandbox_in_the_place_of_the_office_is_not_the_office() throws IOException {
        var text = Files.readString(folder.resolve("campaigns/muster.yaml"));
        write(
                "campaigns/muster.yaml",
                text.replaceFirst(
                        "(?s)  office:.*?  lab:\n", "  office:\n    lock: {store: git, branch: muster/office}\n"));

        var said = run("plan --trust-from HEAD");

        assertThat(said.code()).as(said.err()).isEqualTo(3);
        assertThat(said.err()).contains("`sandbox` is \"the embedded one\" here, and not set in HEAD");
        assertNobodyWasAsked();
    }

    /** Everything else is judged by its own rules: only then is the host asked, here one that gives no answer. */
    @Test
    void the_same_settings_in_another_form_are_the_same() throws IOException {
        replace("    ca_file: campaigns/company.pem\n", "");
        git("commit", "-q", "-a", "-m", "No certificates of our own");
        var text = Files.readString(folder.resolve("campaigns/muster.yaml"));
        Files.delete(folder.resolve("campaigns/muster.yaml"));
        write("campaigns/project.yaml", text.replace("/api/v1", "/api/v1/").replace("max_reach: 100", "max_reach: 7"));

        var said = run("plan --trust-from HEAD");

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).contains("SEAX_API_KEY");
        assertThat(office.visits).hasValue(0);
    }
}
