package dev.muster.cli.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.cli.InMemoryProgram;
import dev.muster.cli.Rewired;
import dev.muster.cli.env.ExitCode;
import dev.muster.lock.LockException;
import dev.muster.lock.Rescue;
import dev.muster.lock.format.RescueLine;
import dev.muster.testing.Records;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SeaX sent, and the lock cannot take it: the outcome is kept beside it, or printed, and nothing goes on until it is fed back. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RescueTest {
    private static final String KEPT = "campaigns/sandbox.lock.rescue.json";

    @TempDir
    Path folder;

    private InMemoryProgram program;

    @BeforeEach
    void open() {
        program = new InMemoryProgram(folder);
    }

    @AfterEach
    void close() {
        program.close();
    }

    @Test
    void the_outcome_is_kept_beside_the_lock_until_it_is_fed_back() {
        var lost = applyWithoutJournal();

        assertThat(lost.code()).as(lost.all()).isEqualTo(ExitCode.DOUBT.number());
        assertThat(lost.out()).contains("It is kept in ", KEPT, "muster lock adopt --rescue ");
        restoreJournal();
        assertThat(program.run("apply", "--confirm", "6"))
                .satisfies(said -> assertThat(said.code()).isEqualTo(ExitCode.DOUBT.number()))
                .satisfies(said -> assertThat(said.err()).contains("feed it back first"));

        assertThat(program.run("lock", "adopt", "--rescue", KEPT).all())
                .contains("system-test/1 is recorded as CONFIRMED");

        assertThat(program.file(KEPT)).doesNotExist();
        assertThat(program.run("plan").out()).contains("1 already sent");
        assertThat(program.sandbox().ledger().messages()).isEqualTo(6);
    }

    /** The lock has only the intent, so a person who says "not sent" would have it sent again. */
    @Test
    void while_it_waits_nothing_is_sent_and_no_doubt_is_ended() {
        applyWithoutJournal();
        restoreJournal();

        for (var command : List.of(
                "resolve system-test",
                "resolve system-test --not-sent --reason nobody-got-it",
                "resolve system-test --abandon --reason nobody-knows",
                "apply --confirm 6",
                "plan",
                "plan --offline",
                "status",
                "status --offline")) {
            var run = program.run(command.split(" ", -1));
            assertThat(run.code()).as(command + run.all()).isEqualTo(ExitCode.DOUBT.number());
            assertThat(run.err()).contains("feed it back first: muster lock adopt --rescue ");
        }
        var send = program.run("send --from +15550100100 --to +15550110965 --text Hello --confirm 1".split(" ", -1));
        assertThat(send.code()).isEqualTo(ExitCode.REFUSED.number());
        assertThat(send.err()).contains("feed it back first");
        assertThat(program.sandbox().ledger().messages()).isEqualTo(6);

        assertThat(program.run("lock", "adopt", "--rescue", KEPT).all())
                .contains("system-test/1 is recorded as CONFIRMED");
        assertThat(program.run("status").err()).isEmpty();
    }

    @Test
    void where_no_file_can_keep_it_the_line_is_printed_and_may_be_pasted() throws IOException {
        Files.createDirectories(program.file(KEPT));
        Files.createDirectories(program.file("campaigns"));
        program.temporary("nowhere/at/all");

        var lost = applyWithoutJournal();
        var line = lost.out()
                .lines()
                .filter(text -> text.startsWith("MUSTER-RESCUE "))
                .findFirst()
                .orElseThrow(() -> new AssertionError(lost.all()));
        restoreJournal();

        assertThat(program.runTyping(line, "lock", "adopt", "--rescue", "-").all())
                .contains("system-test/1 is recorded as CONFIRMED");
        assertThat(program.runTyping(line, "lock", "adopt", "--rescue", "-").all())
                .contains("system-test/1 is recorded as CONFIRMED already");
    }

    @Test
    void a_line_of_another_lock_or_another_attempt_or_an_edited_one_is_refused() {
        var rescue = new Rescue(Records.LINEAGE, Records.confirmed("sale/1"));

        assertThat(rescue.into(Records.lock(Records.intent("sale/1")))).contains(rescue.entry());
        assertThat(rescue.into(Records.lock(rescue.entry()))).isEmpty();
        Assertions.assertThatExceptionOfType(LockException.class)
                .isThrownBy(() -> new Rescue("another", rescue.entry()).into(Records.lock(Records.intent("sale/1"))));
        Assertions.assertThatExceptionOfType(LockException.class)
                .isThrownBy(() -> rescue.into(Records.lock(Records.abandoned("sale/1"))));
        Assertions.assertThatExceptionOfType(LockException.class).isThrownBy(() -> rescue.into(Records.lock()));
        assertThat(RescueLine.read("a file", RescueLine.write(rescue))).isEqualTo(rescue);
        Assertions.assertThatExceptionOfType(LockException.class)
                .isThrownBy(() ->
                        RescueLine.read("a file", RescueLine.write(rescue).replace("campaign_sale", "campaign_evil")));
        Assertions.assertThatExceptionOfType(LockException.class)
                .isThrownBy(
                        () -> RescueLine.read("a file", RescueLine.write(rescue).substring(0, 40)));
    }

    @Test
    void either_a_campaign_or_a_rescue_is_adopted() {
        assertThat(program.run("lock", "adopt").code()).isEqualTo(ExitCode.USAGE.number());
        assertThat(program.run("lock", "adopt", "system-test", "--rescue", "x").code())
                .isEqualTo(ExitCode.USAGE.number());
        assertThat(program.run("lock", "adopt", "--rescue", "not-there").code()).isEqualTo(ExitCode.ERROR.number());
    }

    /** A folder stands where the journal was when the outcome should be written. */
    private InMemoryProgram.Run applyWithoutJournal() {
        program.connector(real -> Rewired.sender(real, sender -> body -> {
            var answer = sender.post(body);
            hideJournal();
            return answer;
        }));
        return program.run("apply", "--confirm", "6");
    }

    private void hideJournal() {
        try {
            Files.move(journal(), program.file("journal.aside"));
            Files.createDirectories(journal());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void restoreJournal() {
        try {
            Files.delete(journal());
            Files.move(program.file("journal.aside"), journal());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path journal() {
        return program.file("campaigns/sandbox.lock.journal");
    }
}
