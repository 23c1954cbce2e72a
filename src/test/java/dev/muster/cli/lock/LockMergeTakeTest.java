package dev.muster.cli.lock;

import static dev.muster.testing.Repositories.feed;
import static dev.muster.testing.Repositories.git;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.cli.InMemoryProgram;
import dev.muster.cli.env.ExitCode;
import dev.muster.sandbox.api.Operation;
import dev.muster.sandbox.http.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two clones sent the same campaign; git waits for the merge of their locks, and a person decides which version stays. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LockMergeTakeTest {
    private static final String LOCK = "campaigns/sandbox.lock.json";

    @TempDir
    Path folder;

    @TempDir
    Path clone;

    private InMemoryProgram program;
    private String base;

    @BeforeEach
    void begin() throws IOException {
        program = new InMemoryProgram(folder);
        program.run("init");
        git(folder, "init", "-q");
        base = git(folder, "hash-object", "-w", LOCK);
    }

    @AfterEach
    void end() {
        program.close();
    }

    /** The other clone sends as well, and its version is theirs in the merge. */
    private void both_sent(Optional<Fault> fault) throws IOException {
        Path theirs;
        try (var other = new InMemoryProgram(clone)) {
            other.run("init");
            other.campaign("an-earlier-one"); // so that SeaX gives the next one another id
            other.run("apply", "--confirm", "6");
            Files.writeString(clone.resolve(LOCK), Files.readString(folder.resolve(LOCK)));
            Files.delete(clone.resolve("campaigns/sandbox.lock.seen"));
            other.campaign("system-test");
            fault.ifPresent(wrong -> other.sandbox().fault(Operation.CREATE_CAMPAIGN, wrong));
            other.run("apply", "--confirm", "6");
            theirs = clone.resolve(LOCK);
        }
        assertThat(program.run("apply", "--confirm", "6").code()).isZero();
        stage(git(folder, "hash-object", "-w", LOCK), git(folder, "hash-object", "-w", theirs.toString()));
    }

    private void stage(String ours, String theirs) {
        var index = "100644 " + base + " 1\t" + LOCK + "\n100644 " + ours + " 2\t" + LOCK + "\n100644 " + theirs
                + " 3\t" + LOCK + "\n";
        feed(index, folder, "update-index", "--index-info");
    }

    @Test
    void of_two_campaigns_one_stays_and_status_tells_of_the_other_until_a_person_accepts_it() throws IOException {
        both_sent(Optional.empty());

        var refused = program.run("lock", "merge");
        assertThat(refused.code()).isEqualTo(ExitCode.REFUSED.number());
        assertThat(refused.err())
                .contains(
                        "system-test/1\n  ours:   CONFIRMED", "\n  theirs: CONFIRMED", "lock merge --take ours|theirs");

        var taken = program.run("lock", "merge", "--take", "ours", "--reason", "both are on SeaX");
        assertThat(taken.code()).as(taken.all()).isZero();
        assertThat(taken.out())
                .contains("system-test/1: ours stays: CONFIRMED", "warning: ", "people may have got it twice");
        git(folder, "add", LOCK);

        assertThat(program.run("status"))
                .returns(ExitCode.DOUBT.number(), InMemoryProgram.Run::code)
                .extracting(InMemoryProgram.Run::all)
                .asString()
                .contains("people may have got it twice", "muster resolve system-test --accept --reason");
        assertThat(program.run("resolve", "system-test", "--accept", "--reason", "we said sorry")
                        .code())
                .isZero();
        assertThat(program.run("status").code()).isZero();
        assertThat(program.run("lock", "show").out()).contains("both are on SeaX", "we said sorry");
    }

    @Test
    void two_sends_with_one_id_of_seax_are_named_by_merge_and_by_verify() throws IOException {
        Path theirs;
        try (var other = new InMemoryProgram(clone)) { // with a sandbox of its own, which gives the same ids
            other.run("init");
            Files.writeString(clone.resolve(LOCK), Files.readString(folder.resolve(LOCK)));
            Files.delete(clone.resolve("campaigns/sandbox.lock.seen"));
            other.campaign("another");
            other.run("apply", "--confirm", "6");
            theirs = clone.resolve(LOCK);
        }
        assertThat(program.run("apply", "--confirm", "6").code()).isZero();
        stage(git(folder, "hash-object", "-w", LOCK), git(folder, "hash-object", "-w", theirs.toString()));
        var both = "another/1 and system-test/1 are recorded with one id of SeaX, campaign_";

        assertThat(program.run("lock", "merge"))
                .returns(0, InMemoryProgram.Run::code)
                .extracting(InMemoryProgram.Run::err)
                .asString()
                .contains("warning: " + both);
        git(folder, "add", LOCK);
        assertThat(program.run("lock", "verify"))
                .returns(ExitCode.DOUBT.number(), InMemoryProgram.Run::code)
                .satisfies(said -> assertThat(said.err()).contains(both))
                .satisfies(said -> assertThat(said.out()).doesNotContain("intact"));
    }

    @Test
    void a_doubt_is_not_taken_over_a_campaign_that_is_known() throws IOException {
        both_sent(Optional.of(Fault.commitThenDrop()));
        var before = Files.readString(folder.resolve(LOCK));

        var refused = program.run("lock", "merge", "--take", "theirs", "--reason", "a mistake");

        assertThat(refused.code()).isEqualTo(ExitCode.REFUSED.number());
        assertThat(refused.err()).contains("the other side knows more of a send: take ours");
        assertThat(folder.resolve(LOCK)).hasContent(before);
        assertThat(program.run("lock", "merge", "--take", "system-test/1=ours", "--reason", "SeaX has it")
                        .code())
                .isZero();
    }

    @Test
    void what_cannot_be_a_decision_is_refused_and_changes_nothing() throws IOException {
        both_sent(Optional.of(Fault.commitThenDrop()));
        var before = Files.readString(folder.resolve(LOCK));

        for (var wrong : new String[][] {
            {"--take", "ours"},
            {"--reason", "why"},
            {"--take", "ours", "--reason", " "},
            {"--take", "mine", "--reason", "why"},
            {"--take", "OURS", "--reason", "why"},
            {"--take", "=ours", "--reason", "why"},
            {"--take", "ours", "--take", "theirs", "--reason", "why"},
            {"--take", "a/1=ours", "--take", "a/1=theirs", "--reason", "why"},
            {"--take", "ours", "--reason", "why", LOCK, LOCK, LOCK},
        }) {
            var refused = program.run(Stream.concat(Stream.of("lock", "merge"), Arrays.stream(wrong))
                    .toArray(String[]::new));
            assertThat(refused.code()).as(refused.all()).isEqualTo(ExitCode.USAGE.number());
        }
        var unknown = program.run("lock", "merge", "--take", "ours", "--take", "sail/1=ours", "--reason", "why");
        assertThat(unknown.code()).isEqualTo(ExitCode.REFUSED.number());
        assertThat(unknown.err()).contains("sail/1: the two versions do not contradict each other about it");
        assertThat(folder.resolve(LOCK)).hasContent(before);
    }
}
