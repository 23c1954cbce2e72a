package dev.muster.lock.postgres;

import dev.muster.lock.LockErrors;
import dev.muster.lock.LockException;
import dev.muster.lock.LockException.Why;
import dev.muster.lock.StepMark;
import dev.muster.lock.WorkspaceIdentity;
import java.sql.SQLException;

/** What the PostgreSQL store says when it refuses: what is wrong, where, what it means, and what to do. Never a password. */
final class PostgresRefusals {
    private static final String NOTHING_SENT =
            "It is the only record of what was sent, so nothing is sent until it is whole again. Keep a dump of all"
                    + " muster_ tables as they are, bring back what was removed or changed (the history holds every step;"
                    + " so do later backups), then run `muster lock verify`. An empty or older record would send again"
                    + " what was sent.";

    private final PostgresDatabase database;
    private final String place;

    PostgresRefusals(PostgresDatabase database, String workspace) {
        this.database = database;
        this.place = "the record of workspace " + workspace + " in " + database.name();
    }

    String place() {
        return place;
    }

    LockException unreachable(SQLException e) {
        return new LockException(
                Why.UNREACHABLE,
                place + " cannot be used: " + database.said(e) + ".\n"
                        + "Without it Muster cannot know what was sent, so nothing is sent. "
                        + PostgresRemedy.of(e).sentence(database.variable()));
    }

    LockException unwritable(SQLException e) {
        return new LockException(
                Why.UNWRITABLE,
                place + " cannot be written: " + database.said(e) + ".\n"
                        + "What cannot be recorded must not be sent, so"
                        + " nothing more is sent. Run again when the"
                        + " database answers: what was recorded is kept.");
    }

    LockException newerSchema(int version, int known) {
        return new LockException(
                Why.NEWER_FORMAT,
                database.name() + ": its tables were made by a newer Muster: they have version " + version
                        + ", this one knows up to " + known + ".\nUse the Muster that made them, or a newer one.");
    }

    LockException damaged(String what) {
        return new LockException(
                Why.DAMAGED, place + ": this is not as Muster wrote it: " + what + ".\n" + NOTHING_SENT);
    }

    LockException rolledBack(String what) {
        return new LockException(Why.ROLLED_BACK, place + ": this is an older version: " + what + ".\n" + NOTHING_SENT);
    }

    /** Older than what was seen, or another record altogether. */
    LockException notTheOneSeen(StepMark step, String file) {
        return new LockException(
                Why.ROLLED_BACK,
                place + " is not the one that was used from here before: step " + step.serial()
                        + " is not part of it. A backup was put back, or the URL names another database.\n"
                        + NOTHING_SENT + " If it is another record on purpose, delete " + file + ".");
    }

    LockException otherWorkspace(WorkspaceIdentity recorded, WorkspaceIdentity asked) {
        return new LockException(
                Why.OTHER_WORKSPACE,
                place + ": this is the record of another workspace: " + recorded.called() + ", not " + asked.called()
                        + ".\n"
                        + "Check base_url and workspace_id of workspace " + asked.name()
                        + ". A record is never used for"
                        + " another workspace; a new workspace needs a new name, which gives it a record of its own.");
    }

    LockException otherName(String recorded, WorkspaceIdentity asked) {
        return new LockException(
                Why.OTHER_WORKSPACE,
                place + ": what was sent to " + asked.called() + " is recorded in this database under the name "
                        + recorded + ", and one workspace has one record.\nCall the workspace " + recorded
                        + " in the project file too.");
    }

    /** No refusal: what must be known before anything is sent by this record. */
    String otherSchema(PostgresOtherSchemas.Found other, WorkspaceIdentity asked, String seen) {
        return "warning: " + place + " is not the only one. Schema \"" + other.schema()
                + "\" of the same database has a record of " + asked.called() + " too, called " + other.name()
                + ", with " + other.serial() + (other.serial() == 1 ? " step" : " steps") + ".\n"
                + "Neither record knows what was sent by the other one, so two records send twice. Find out which one"
                + " is in use before you send.\nTo use the other one, " + wayTo(other.schema()) + " and delete " + seen
                + ".";
    }

    /** {@code lock.schema} takes plain names only. */
    private String wayTo(String schema) {
        return schema.matches("[a-z_][a-z0-9_]{0,62}")
                ? "set `lock.schema` of the workspace to " + schema
                : "name that schema as `currentSchema` in the URL of " + database.variable();
    }

    LockException overtaken() {
        return new LockException(
                Why.OVERTAKEN,
                place
                        + " was changed by another run since this one began, so what was approved may not be what"
                        + " would be sent now.\n"
                        + "Plan again.");
    }

    LockException settledByAnother(String what) {
        return LockErrors.settledByAnother(place, what);
    }

    LockException crowded() {
        return new LockException(
                Why.UNWRITABLE,
                place
                        + " cannot be written: other runs change it all the time.\n"
                        + "Run again: what was recorded is kept.");
    }
}
