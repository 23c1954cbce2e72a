package dev.muster.git;

import static dev.muster.testing.Repositories.git;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.cli.Workstation;
import dev.muster.testing.Repositories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands over a lock on a branch, on CI machines that begin with a fresh clone, and what they say when git cannot. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GitLockTest {
    private static final int ERROR = 1;
    private static final int REFUSED = 3;
    private static final int DOUBT = 6;
    private static final String REF = "refs/heads/muster/ci";

    @TempDir
    Path place;

    private Repositories repositories;
    private Path clone;

    @BeforeEach
    void campaigns_in_a_repository() throws IOException {
        var files = place.resolve("files");
        var campaigns = Files.createDirectories(files.resolve("campaigns"));
        Files.writeString(campaigns.resolve("muster.yaml"), """
                kind: project
                default_workspace: ci
                workspaces:
                  ci:
                    sandbox: {clock: 2026-11-30T09:00:00Z}
                    lock: {store: git}
                """);
        Files.writeString(campaigns.resolve("test.yaml"), """
                kind: campaign
                key: system-test
                name: System test
                owner: crm-team
                audience: {any: [staff_test]}
                senders: [Sales Line]
                message: {text: This is a test of our message system. Nothing to do for you.}
                schedule: immediately
                """);
        repositories = Repositories.in(place, files);
        clone = repositories.cloned("clone");
    }

    private static Workstation desk(Path folder) {
        return new Workstation(
                folder,
                Map.of("CI", "true", "GITHUB_RUN_ID", "7", "GITHUB_REPOSITORY", "crm/campaigns", "GITHUB_ACTOR", "ada"),
                Clock.systemUTC());
    }

    private Workstation.Said run(String... arguments) {
        return desk(clone).run(arguments);
    }

    private Workstation.Said succeed(String... arguments) {
        var said = run(arguments);
        assertThat(said.code()).as("%s%s", said.out(), said.err()).isZero();
        return said;
    }

    private Workstation.Said fail(int code, String... arguments) {
        var said = run(arguments);
        assertThat(said.code()).as("%s%s", said.out(), said.err()).isEqualTo(code);
        return said;
    }

    @Test
    void what_one_machine_sent_the_next_does_not_send_again() {
        succeed("init");
        assertThat(succeed("plan").out()).contains("1 will be sent");
        assertThat(succeed("apply", "--confirm", "6").out()).contains("1 campaign created, 6 messages");

        clone = repositories.cloned("next");
        assertThat(succeed("plan").out()).contains("1 already sent");
        succeed("apply", "--confirm", "6");
        assertThat(succeed("sandbox", "ledger", "--json").out()).contains("\"messages\" : 0");
        assertThat(succeed("lock", "list").out()).contains("system-test/1", "CONFIRMED");
        assertThat(succeed("lock", "show", "system-test").out()).contains("github:crm/campaigns/actions/runs/7");
        assertThat(succeed("lock", "verify").out()).contains("the lock is intact: 1 entry");
        assertThat(clone.resolve("campaigns/ci.lock.json")).doesNotExist();
    }

    @Test
    void a_saved_plan_is_applied_by_another_machine_once() throws IOException {
        succeed("init");
        succeed("plan", "-o", "plan.json");
        var plan = Files.readString(clone.resolve("plan.json"));
        for (int code : new int[] {0, 4}) {
            clone = repositories.cloned("machine-" + code);
            Files.writeString(clone.resolve("plan.json"), plan);
            fail(code, "apply", "plan.json", "--confirm", "6");
        }
    }

    @Test
    void without_a_first_lock_nothing_is_sent() {
        var said = fail(REFUSED, "apply", "--confirm", "6");
        assertThat(said.err()).contains("`muster init` writes an empty one", "put the branch back");
        assertThat(git(repositories.remote(), "for-each-ref", REF)).isEmpty();
    }

    @Test
    void a_machine_that_never_saw_the_branch_sends_nothing_when_it_was_deleted() {
        succeed("init");
        succeed("apply", "--confirm", "6");
        git(repositories.remote(), "update-ref", "-d", REF);
        assertThat(fail(REFUSED, "plan").err()).contains("rolled back, deleted or edited");

        clone = repositories.cloned("next");
        fail(REFUSED, "apply", "--confirm", "6");
    }

    @Test
    void a_revert_stops_every_command_that_could_send() {
        succeed("init");
        succeed("apply", "--confirm", "6");
        var reverted = git(repositories.remote(), "commit-tree", REF + "~4^{tree}", "-p", REF, "-m", "Revert");
        git(repositories.remote(), "update-ref", REF, reverted);

        clone = repositories.cloned("next");
        for (var command : List.of("plan", "apply", "status")) {
            assertThat(fail(REFUSED, command).err()).contains("was not made by Muster", "git push --force origin");
        }
        fail(REFUSED, "lock", "verify");
    }

    @Test
    void leaves_the_checkout_alone_and_runs_no_hook_whatever_the_user_configured() throws IOException {
        succeed("init");
        var ran = place.resolve("hook-ran");
        for (var hook : List.of("pre-push", "reference-transaction", "post-commit", "pre-auto-gc", "post-rewrite")) {
            Repositories.hook(clone.resolve(".git/hooks"), hook, "touch '" + ran + "'; exit 1");
        }
        for (var setting : List.of(
                "commit.gpgSign true",
                "push.gpgSign true",
                "push.default nothing",
                "push.followTags true",
                "push.recurseSubmodules only",
                "fetch.prune true",
                "remote.origin.prune true",
                "remote.origin.tagOpt --tags",
                "fetch.recurseSubmodules true",
                "log.showSignature true",
                "color.ui always",
                "core.pager false",
                "core.editor false",
                "i18n.commitEncoding ISO-2022-JP",
                "i18n.logOutputEncoding UTF-16",
                "remote.origin.push refs/heads/*:refs/heads/*",
                "remote.origin.mirror true",
                "user.useConfigOnly true",
                "core.fsmonitor " + clone.resolve(".git/hooks/pre-push"))) {
            var parts = setting.split(" ", 2);
            git(clone, "config", parts[0], parts[1]);
        }
        Files.writeString(clone.resolve("mine.txt"), "not committed");
        Files.writeString(clone.resolve("campaigns/test.yaml"), "\n# edited\n", StandardOpenOption.APPEND);
        git(clone, "add", "mine.txt");
        var before = checkout();

        succeed("apply", "--confirm", "6");
        succeed("lock", "verify");

        assertThat(checkout()).isEqualTo(before);
        assertThat(ran).doesNotExist();
        assertThat(git(repositories.remote(), "for-each-ref", "--format=%(refname)"))
                .isEqualTo("refs/heads/main\n" + REF);
    }

    private String checkout() throws IOException {
        return git(clone, "-c", "color.ui=false", "for-each-ref", "refs/heads", "refs/tags")
                + Files.readString(clone.resolve(".git/HEAD"))
                + HexFormat.of().formatHex(Files.readAllBytes(clone.resolve(".git/index")))
                + Files.readString(clone.resolve("mine.txt"))
                + Files.readString(clone.resolve("campaigns/test.yaml"));
    }

    @Test
    void an_outcome_that_the_branch_does_not_take_is_kept_and_fed_back() throws IOException {
        succeed("init");
        repositories.hook("pre-receive", "read old new ref; ! git cat-file -p $new | grep -q 'as CONFIRMED'");
        var said = fail(DOUBT, "apply", "--confirm", "6");
        assertThat(said.out()).contains("it could not be recorded", "It is kept in", "lock adopt --rescue");
        assertThat(Files.readString(clone.resolve("campaigns/ci.lock.answers"))).contains("system-test/1");

        repositories.hook("pre-receive", "exit 0");
        assertThat(succeed("lock", "adopt", "--rescue", "campaigns/ci.lock.rescue.json")
                        .out())
                .contains("system-test/1 is recorded as CONFIRMED");
        clone = repositories.cloned("next");
        assertThat(succeed("plan").out()).contains("1 already sent");
    }

    /** Nobody waits until the claim runs out: the clock stands still. */
    @Test
    void what_a_run_kept_that_could_not_even_end_is_fed_back_at_once() throws IOException {
        succeed("init");
        repositories.hook(
                "pre-receive", "read old new ref; ! git cat-file -p $new | grep -Eq 'as CONFIRMED|Break off'");
        fail(DOUBT, "apply", "--confirm", "6");
        repositories.hook("pre-receive", "exit 0");
        assertThat(git(repositories.remote(), "ls-tree", "--name-only", REF)).contains("claim.json");
        assertThat(fail(DOUBT, "apply", "--confirm", "6").err()).contains("feed it back first");
        var kept = clone.resolve("campaigns/ci.lock.rescue.json");
        var text = Files.readString(kept);

        assertThat(succeed("lock", "adopt", "--rescue", "campaigns/ci.lock.rescue.json")
                        .out())
                .contains("system-test/1 is recorded as CONFIRMED");

        assertThat(kept).doesNotExist();
        Files.writeString(kept, text);
        assertThat(succeed("lock", "adopt", "--rescue", "campaigns/ci.lock.rescue.json")
                        .out())
                .contains("CONFIRMED already");
        assertThat(succeed("plan").out()).contains("1 already sent");
        succeed("apply", "--confirm", "6");
        assertThat(succeed("sandbox", "ledger", "--json").out()).contains("\"messages\" : 6");
    }

    @Test
    void a_send_without_an_outcome_is_a_doubt_for_the_next_machine_and_a_person_ends_it() throws IOException {
        succeed("init");
        repositories.hook("pre-receive", "read old new ref; ! git cat-file -p $new | grep -q 'as CONFIRMED'");
        fail(DOUBT, "apply", "--confirm", "6");
        repositories.hook("pre-receive", "exit 0");
        Files.delete(clone.resolve("campaigns/ci.lock.rescue.json"));
        assertThat(run("resolve", "system-test").err())
                .contains("Look into campaigns/ci.lock.answers: a run that ended early");

        clone = repositories.cloned("next");
        assertThat(run("resolve", "system-test").err()).doesNotContain("lock.answers");
        fail(DOUBT, "apply", "--confirm", "6");
        succeed("sandbox", "advance", "PT30M");
        succeed("resolve", "system-test", "--not-sent", "--reason", "a test on another sandbox");
        assertThat(succeed("lock", "list").out()).contains("not sent");
    }

    @Test
    void a_branch_that_others_may_not_change_is_said_so() {
        repositories.hook("pre-receive", "echo 'protected branch' >&2; exit 1");
        assertThat(fail(ERROR, "init").err())
                .contains("branch muster/ci of origin cannot be changed", "protected branch", "the right to push");
    }

    @ParameterizedTest
    @ValueSource(strings = {"muster", "muster/ci/archive"})
    void a_branch_that_is_in_the_way_of_its_name_is_said_at_once(String other) {
        git(repositories.remote(), "branch", other, "main");
        assertThat(fail(ERROR, "init").err())
                .contains(
                        "branch muster/ci of origin cannot be made: branch " + other,
                        "is in the way",
                        "`lock: {store: git, branch: muster-ci}`");
    }

    @Test
    void what_git_says_in_several_lines_is_shown_in_lines() {
        succeed("init");
        repositories.hook(
                "pre-receive",
                "read old new ref; git cat-file -p $new | grep -q 'as INTENT' || exit 0;"
                        + " printf 'rule 1\\nrule 2\\n' >&2; exit 1");
        var said = run("apply", "--confirm", "6");
        assertThat(said.code()).isNotZero();
        assertThat(said.out() + said.err())
                .contains("rule 1", "rule 2")
                .doesNotContain("<U+000A>")
                .doesNotContain("<U+001B>");
    }

    @Test
    void a_remote_that_cannot_be_reached_is_said_so_without_its_password() {
        git(clone, "remote", "set-url", "origin", "https://ada:canary-4f2a@127.0.0.1:1/campaigns.git");
        assertThat(fail(ERROR, "plan").err())
                .contains("branch muster/ci of origin cannot be read", "nothing is sent")
                .doesNotContain("canary-4f2a");
    }

    /** Nothing can be sent by it, so what could not be read is a warning; a record that was rolled back is refused as ever. */
    @Test
    void an_offline_plan_goes_on_without_the_lock_and_says_so() {
        git(clone, "remote", "set-url", "origin", "https://ada:canary-4f2a@127.0.0.1:1/campaigns.git");
        var plan = succeed("plan", "--offline");
        assertThat(plan.out().replaceAll("\\s+", " "))
                .contains(
                        "the lock was not read, so what was sent already is shown as new", "branch muster/ci of origin")
                .contains("[lock/not-read]")
                .doesNotContain("canary-4f2a");
        git(clone, "remote", "remove", "origin");
        assertThat(succeed("plan", "--offline").out()).contains("[lock/not-read]");
    }

    @Test
    void a_missing_remote_is_said_so() {
        git(clone, "remote", "remove", "origin");
        assertThat(fail(ERROR, "plan").err()).contains("no remote of that name", "git remote add origin URL");
    }

    @Test
    void a_folder_outside_of_any_repository_is_said_so() throws IOException {
        var alone = Files.createDirectories(place.resolve("alone/campaigns"));
        Files.copy(clone.resolve("campaigns/muster.yaml"), alone.resolve("muster.yaml"));
        Files.copy(clone.resolve("campaigns/test.yaml"), alone.resolve("test.yaml"));
        clone = place.resolve("alone");
        assertThat(fail(ERROR, "plan").err()).contains("not in a git repository that git can use here");
    }

    @Test
    void a_git_that_cannot_be_started_is_said_so() {
        var nowhere = new GitPlumbing(new GitCommand(place.resolve("nowhere")));
        assertThatThrownBy(() -> nowhere.run("--version"))
                .hasMessageContaining("the program `git` is needed here, and cannot be started");
    }
}
