package dev.muster.process;

import static dev.muster.testing.Repositories.git;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import dev.muster.sandbox.Fault;
import dev.muster.sandbox.Operation;
import dev.muster.testing.Repositories;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
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

    private static String[] apply(Path plan, Map<String, String> reviewed) {
        return new String[] {
            "INPUT_COMMAND=apply", "INPUT_ARGUMENTS=" + plan + "\n--expect\n" + reviewed.get("digest") + "\n"
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
                .containsEntry("plan_file", planner.temporary("plan.json").toString());
        assertThat(planned.get("digest")).matches(DIGEST);
        assertThat(planner.summary()).contains("## Muster plan (office): 2 campaigns, 12 messages to 6 people");
        assertThat(Path.of(planned.get("comment"))).hasContent(planner.summary());

        var sender = machine();
        var applied = sender.run(0, apply(planner.temporary("plan.json"), planned));
        assertThat(applied)
                .containsEntry("has_sends", "true")
                .containsEntry("messages", "12")
                .containsEntry("digest", planned.get("digest"));
        assertThat(sender.summary()).contains("✅ Muster apply (office): 2 campaigns created, 12 messages");

        var again = machine().run(4, apply(planner.temporary("plan.json"), planned));
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

        var applied = machine().run(5, apply(planner.temporary("plan.json"), planned));

        assertThat(applied).containsEntry("has_sends", "true").containsEntry("messages", "6");
        assertThat(states()).containsExactly("REJECTED", "CONFIRMED");
    }

    @Test
    void a_doubt_outlives_the_machine_and_the_next_night_sees_it() {
        var planner = readyMachine();
        var planned = planner.run(0, "INPUT_COMMAND=plan");
        posts.sandbox().fault(Operation.CREATE_CAMPAIGN, Fault.drop());

        var applied = machine().run(6, apply(planner.temporary("plan.json"), planned));

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
        try (var step = job.start(apply(planner.temporary("plan.json"), planned))) {
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

    @Test
    void what_it_is_told_is_never_read_as_code() throws IOException {
        var job = machine();
        job.launcher("printf '<%s>' \"$@\"; echo");
        var trap = "$(touch pwned); `touch pwned`; & | > pwned 'x";

        var outputs = job.run(
                0,
                "INPUT_COMMAND=validate",
                "INPUT_WORKSPACE=" + trap,
                "INPUT_FOLDER=" + trap,
                "INPUT_ARGUMENTS=" + trap + "\n\nx=1\nexitcode=0");

        assertThat(Files.readString(Path.of(outputs.get("comment"))))
                .isEqualTo("<validate><-C><" + trap + "><-w><" + trap + "><--format><github><" + trap
                        + "><x=1><exitcode=0>\n");
        assertThat(job.work().resolve("pwned")).doesNotExist();
        assertThat(outputs).containsOnlyKeys("has_sends", "messages", "digest", "exitcode", "comment");
    }

    @Test
    void only_the_jar_that_was_meant_is_run() throws Exception {
        var job = machine();
        var jar = Files.writeString(folder.resolve("muster.jar"), "a jar");
        job.tool("java", "echo ran \"$@\"");
        var digest = HexFormat.of().formatHex(sha256(Files.readAllBytes(jar)));
        var sum = "INPUT_JAR_SHA256=" + digest;

        assertThat(job.run(0, "INPUT_COMMAND=validate", "INPUT_JAR=" + jar, sum).get("comment"))
                .satisfies(file ->
                        assertThat(Path.of(file)).content().startsWith("ran ").contains("-jar"));
        Files.writeString(jar, "another jar");
        job.run(64, "INPUT_COMMAND=validate", "INPUT_JAR=" + jar, sum);
        job.run(64, "INPUT_COMMAND=validate", "INPUT_JAR=" + jar);
        job.run(64, "INPUT_COMMAND=validate", "INPUT_JAR=http://example.com/muster.jar", sum);
        job.tool(
                "curl",
                "echo \"$@\" >asked; for last; do :; done; echo 'a jar, cut' >\"$RUNNER_TEMP/muster/muster.jar\"");
        job.run(64, "INPUT_COMMAND=validate", "INPUT_JAR=https://example.com/muster.jar", sum);
        assertThat(job.work().resolve("asked")).content().contains("--proto =https", "https://example.com/muster.jar");
    }

    private static byte[] sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }

    /** Git itself is asked what it would show a server, and the checkout is looked through for what may have stayed. */
    @Test
    void the_token_goes_to_the_one_server_and_stays_nowhere() throws IOException {
        var shown = new ConcurrentLinkedQueue<String>();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            shown.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        try {
            var url = "http://127.0.0.1:" + server.getAddress().getPort();
            var job = machine();
            job.launcher("git ls-remote " + url + "/crm/campaigns.git 2>/dev/null; true");
            var basic = Base64.getEncoder().encodeToString("x-access-token:t0k3n".getBytes(StandardCharsets.UTF_8));

            try (var step = job.start("INPUT_COMMAND=plan", "INPUT_TOKEN=t0k3n", "GITHUB_SERVER_URL=" + url)) {
                assertThat(step.exitCode()).isZero();
                assertThat(step.said()).isEqualTo("::add-mask::" + basic + "\n");
                assertThat(step.errors()).doesNotContain("t0k3n");
            }
            job.run(0, "INPUT_COMMAND=plan", "INPUT_TOKEN=t0k3n", "GITHUB_SERVER_URL=https://github.com");

            assertThat(shown).hasSizeGreaterThan(1).startsWith("basic " + basic).endsWith("null");
            assertThat(git(job.work(), "config", "--list")).doesNotContain("extraheader", basic);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void a_plan_replaces_its_comment_and_an_apply_writes_a_new_one() throws IOException {
        var job = machine();
        job.tool("gh", "case \"$*\" in *--jq*) echo 17; echo \"$MARKER\" >>marker ;; *) echo \"$*\" >>posted ;; esac");
        var plan = "<!-- muster:{\"v\":1,\"command\":\"plan\",\"workspace\":\"office\"} -->";
        var comment = Files.writeString(folder.resolve("comment.md"), plan + "\n## Muster plan\n");

        post(job, 0, comment, "3");
        Files.writeString(comment, plan.replace("plan\"", "apply\"") + "\n## Muster apply\n");
        post(job, 0, comment, "3");
        post(job, 64, comment, "3/../4");
        Files.writeString(comment, "## Not ours\n");
        post(job, 64, comment, "3");

        assertThat(job.work().resolve("posted"))
                .content()
                .startsWith("api graphql --silent -f id=17 -F body=@" + comment + " -f query=mutation(")
                .endsWith("\napi --silent -X POST repos/crm/campaigns/issues/3/comments -F body=@" + comment + "\n");
        assertThat(job.work().resolve("marker")).hasContent(plan);
    }

    /** GitHub says whose a comment is, by the token: a job's, an App's or a person's; here jq answers as gh would. */
    @Test
    void a_plan_never_replaces_a_comment_of_somebody_else_with_its_marker() throws IOException {
        var job = machine();
        job.tool("gh", """
                for word; do [ "$before" = --jq ] && filter=$word; before=$word; done
                if [ -n "$filter" ]; then jq -r "$filter" comments.json; else echo "$*" | head -n 1 >>posted; fi""");
        var plan = "<!-- muster:{\"v\":1,\"command\":\"plan\",\"workspace\":\"office\"} -->";
        var comment = Files.writeString(folder.resolve("comment.md"), plan + "\n## Muster plan\n");
        var stranger = node("1", plan + "\\r\\nmine", false);
        var other = node("2", plan.replace("office", "shop"), true);

        Files.writeString(job.work().resolve("comments.json"), comments(stranger, other));
        post(job, 0, comment, "3");
        Files.writeString(
                job.work().resolve("comments.json"), comments(stranger, other, node("3", plan + "\\r\\nold", true)));
        post(job, 0, comment, "3");

        assertThat(Files.readAllLines(job.work().resolve("posted")))
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("api --silent -X POST "),
                        second -> assertThat(second).startsWith("api graphql --silent -f id=3 "));
    }

    private static String comments(String... nodes) {
        return "{\"data\":{\"repository\":{\"pullRequest\":{\"comments\":{\"nodes\":[" + String.join(",", nodes)
                + "]}}}}}";
    }

    private static String node(String id, String body, boolean own) {
        return "{\"id\":\"" + id + "\",\"body\":\"" + body.replace("\"", "\\\"") + "\",\"viewerDidAuthor\":" + own
                + "}";
    }

    private static void post(Job job, int exitCode, Path comment, String number) {
        try (var step = job.script("comment.sh", List.of(comment.toString()), "PULL_REQUEST=" + number)) {
            assertThat(step.exitCode()).as(step.errors()).isEqualTo(exitCode);
        }
    }

    @Test
    void an_alarm_opens_one_issue_and_then_adds_to_it() throws IOException {
        var job = machine();
        var status = Files.writeString(folder.resolve("status.md"), "    campaign-1/1  IN_DOUBT\n");
        job.tool("gh", """
                case "$*" in
                  "issue list"*) cat open 2>/dev/null || true ;;
                  *) echo "$*" | sed 's/--body-file.*//' >>asked; for last; do :; done; cat "$last" >body ;;
                esac""");

        alarm(job, status);
        Files.writeString(job.work().resolve("open"), "7\n");
        alarm(job, status);

        assertThat(job.work().resolve("asked"))
                .hasContent("issue create --repo crm/campaigns --title Muster needs a person \n"
                        + "issue comment 7 --repo crm/campaigns ");
        assertThat(job.work().resolve("body"))
                .content()
                .contains("https://example.com/runs/5", "IN_DOUBT", "muster resolve KEY");
    }

    @Test
    void an_alarm_that_is_too_long_is_shortened_and_keeps_every_doubt() throws IOException {
        var job = machine();
        job.tool("gh", "case \"$*\" in \"issue list\"*) ;; *) for last; do :; done; cp \"$last\" body ;; esac");
        var good = Files.writeString(folder.resolve("good.md"), "é".repeat(100_000) + "\nall is well\n");
        var status = Files.writeString(
                folder.resolve("status.md"),
                "    campaign/1  CONFIRMED ünï\n".repeat(5000) + "    bad/1  IN_DOUBT\n" + "x" + "é".repeat(90_000)
                        + "\n");

        alarm(job, good, status);

        var body = Files.readString(job.work().resolve("body")); // which fails on half a character
        assertThat(body.length()).isLessThan(60_000);
        assertThat(body)
                .contains("bad/1  IN_DOUBT", "all is well", "of 5002 lines, doubts and errors first")
                .contains("The whole text is at https://example.com/runs/5");
        assertThat(body.indexOf("IN_DOUBT")).as("doubts first").isLessThan(body.indexOf("all is well"));
    }

    private static void alarm(Job job, Path... files) {
        var names = new ArrayList<>(List.of("no-such-file.md"));
        Arrays.stream(files).map(Path::toString).forEach(names::add);
        try (var step = job.script("alarm.sh", names, "RUN_URL=https://example.com/runs/5")) {
            assertThat(step.exitCode()).as(step.errors()).isZero();
        }
    }
}
