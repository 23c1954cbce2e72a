package dev.muster.lock.postgres;

import dev.muster.lock.DraftedRun;
import dev.muster.lock.Entry;
import dev.muster.lock.Lock;
import dev.muster.lock.LockBuilder;
import dev.muster.lock.LockEntry;
import dev.muster.lock.LockErrors;
import dev.muster.lock.LockEvent;
import dev.muster.lock.LockException;
import dev.muster.lock.Sleeper;
import dev.muster.lock.StepMark;
import dev.muster.lock.SuppressionRecord;
import dev.muster.lock.file.LastSeenStep;
import dev.muster.lock.format.Journal;
import dev.muster.model.LabelName;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * One run on a {@link PostgresLockStore}. A connection that is lost while a step is written leaves it open whether the step
 * is durable: the record is read again over a new connection, and only what stands there counts.
 *
 * <p>Where another run got in between, an outcome is still written, as long as nobody else touched its entry; an intent is
 * not, for what was approved was approved on the record as it was. What a lost step may have become is decided here alone, so
 * it stands in one file.
 */
final class PostgresRun extends DraftedRun {
    /** Five tries within a minute: as long as a database takes that changes over to its standby. */
    private static final List<Duration> BEFORE_EACH_TRY = List.of(
            Duration.ZERO,
            Duration.ofSeconds(2),
            Duration.ofSeconds(8),
            Duration.ofSeconds(20),
            Duration.ofSeconds(30));

    /** How often one step may find that yet another run was faster. */
    private static final int COLLISIONS = 100;

    private final PostgresSession session;
    private final PostgresRefusals refusals;
    private final Sleeper patience;
    private final LastSeenStep seen;
    private PostgresLockState kept;
    private Optional<Written> unsure = Optional.empty();
    private boolean overtaken;
    private boolean closed;

    PostgresRun(
            PostgresSession session,
            PostgresLockState kept,
            PostgresRefusals refusals,
            Sleeper patience,
            LastSeenStep seen) {
        this.session = session;
        this.kept = kept;
        this.refusals = refusals;
        this.patience = patience;
        this.seen = seen;
    }

    /** A step on its way to the database. */
    private record Written(LockEvent step, StepMark mark) {}

    @Override
    protected LockBuilder draft() {
        return kept.draft();
    }

    /** All labels in one step, those that were found earlier too, so that one step tells them all. */
    @Override
    public void suppress(SortedMap<LabelName, SuppressionRecord> labels) {
        super.suppress(draft().suppressionWith(labels));
    }

    @Override
    public void take(LockEvent step) {
        if (closed) {
            throw new IllegalStateException("the run has ended");
        }
        var problem = new SQLException("it was not tried");
        for (var pause : BEFORE_EACH_TRY) {
            patience.take(pause);
            try {
                write(step);
                return;
            } catch (LockException e) {
                session.drop();
                throw e;
            } catch (SQLException e) {
                session.drop();
                problem = e;
                if (!isPassing(e)) {
                    break;
                }
            }
        }
        throw refusals.unwritable(problem);
    }

    /** Lost or refused connections, a server without room or on its way down, and one that is a standby for now. */
    private static boolean isPassing(SQLException e) {
        var state = Optional.ofNullable(e.getSQLState()).orElse("08");
        return List.of("08", "53", "57", "58", "40").contains(state.substring(0, Math.min(2, state.length())))
                || state.equals("25006");
    }

    private void write(LockEvent step) throws SQLException {
        boolean inStep = session.isOpen();
        var connection = session.connection();
        for (int collisions = 0; collisions < COLLISIONS; collisions++) {
            if (!inStep && isWrittenAfterAll(connection, step)) {
                return;
            }
            inStep = false;
            if (wrote(connection, step)) {
                return;
            }
        }
        throw refusals.crowded();
    }

    private boolean wrote(Connection connection, LockEvent step) throws SQLException {
        if (overtaken && isClaim(step)) {
            throw refusals.overtaken();
        }
        LockErrors.requireFollowing(draft(), step, refusals.place());
        var line = Journal.write(kept.serial() + 1, kept.last(), step);
        unsure = Optional.of(new Written(step, new StepMark(kept.serial() + 1, line.digest())));
        if (!session.tables().write(connection, kept, step, line)) {
            return false;
        }
        kept.took(step, line.digest());
        seen.keep(kept.mark());
        unsure = Optional.empty();
        return true;
    }

    /** Reads the record again, which decides what became of the step that was on its way: this one or one before it. */
    private boolean isWrittenAfterAll(Connection connection, LockEvent step) throws SQLException {
        var now = session.tables()
                .read(connection)
                .orElseThrow(() -> refusals.rolledBack("its row of muster_head is missing"));
        requireNotOlder(now);
        var arrived = arrived(connection);
        boolean written = arrived.filter(other -> other == step).isPresent();
        requireUntouched(now, step, written);
        boolean moved = arrived.filter(PostgresRun::isOfPlans).isPresent();
        overtaken |= now.draft().revision() > kept.draft().revision() + (moved ? 1 : 0);
        kept = now;
        unsure = Optional.empty();
        return written;
    }

    /** Whether a plan depends on the step: as in {@link Lock#revision}. */
    private static boolean isOfPlans(LockEvent step) {
        return !(step instanceof LockEvent.Observed || step instanceof LockEvent.Messaged);
    }

    /** The step that was on its way, if the history has it. */
    private Optional<LockEvent> arrived(Connection connection) throws SQLException {
        if (unsure.isEmpty()) {
            return Optional.empty();
        }
        var written = unsure.get();
        return session.tables().has(connection, written.mark()) ? Optional.of(written.step()) : Optional.empty();
    }

    private void requireNotOlder(PostgresLockState now) {
        boolean same = now.draft().lineage().equals(kept.draft().lineage());
        if (!same || now.serial() < kept.serial()) {
            throw refusals.rolledBack("it was at serial " + kept.serial() + " of lineage "
                    + kept.draft().lineage() + " during this run, and is now at " + now.serial() + " of "
                    + now.draft().lineage());
        }
    }

    /** Nobody else changed the entry: it is as this step made it, or as it was before. */
    private void requireUntouched(PostgresLockState now, LockEvent step, boolean written) {
        var expected = written && step instanceof LockEvent.OfEntry made
                ? Optional.of(made.entry())
                : current(kept.draft(), step);
        if (!current(now.draft(), step).equals(expected)) {
            throw refusals.settledByAnother(subject(step));
        }
    }

    /** The entry that a step is about. */
    private static Optional<? extends Entry> current(LockBuilder draft, LockEvent step) {
        if (step instanceof LockEvent.OfEntry next) {
            return draft.current(next.entry());
        }
        return step instanceof LockEvent.Witnessed witnessed ? draft.entry(witnessed.identity()) : Optional.empty();
    }

    private static String subject(LockEvent step) {
        if (step instanceof LockEvent.OfEntry next) {
            return next.entry().identity().toString();
        }
        return step instanceof LockEvent.Witnessed witnessed
                ? witnessed.identity().toString()
                : "the record";
    }

    /** What a send begins with, and what only holds for the record as it was when the plan was approved. */
    private static boolean isClaim(LockEvent step) {
        return step instanceof LockEvent.Suppressing
                || (step instanceof LockEvent.Recorded recorded && recorded.entry() instanceof LockEntry.Intent);
    }

    @Override
    public void close() {
        closed = true;
        session.close();
    }
}
