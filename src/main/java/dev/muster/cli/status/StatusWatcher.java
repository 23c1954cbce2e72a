package dev.muster.cli.status;

import dev.muster.cli.env.ExitCode;
import dev.muster.cli.env.WorkspaceClient;
import dev.muster.diagnostic.EnvironmentException;
import dev.muster.lock.Lock;
import dev.muster.lock.LockEntry;
import dev.muster.lock.Observation;
import dev.muster.model.CampaignIdentity;
import dev.muster.outcome.Alert;
import dev.muster.outcome.SendProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Looks again and again until all sends have ended. While nothing changes the looks get rarer, from ten seconds to five
 * minutes; what SeaX asks for by 429 is waited for below. An answer that cannot be read is no reason to stop, five in a row
 * are. At the end, however that comes, what was seen is kept, and what is over is compared with its plan.
 */
final class StatusWatcher {
    private static final Duration SHORTEST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int UNREAD_IN_A_ROW = 5;

    private final WorkspaceClient connection;
    private final StatusReader looking;
    private final OutcomeRefresh comparing;
    private final OptionalDouble mostFailed;
    private final Duration longest;
    private final WatchOutput output;
    private boolean told;
    private final Map<CampaignIdentity, Observation> last = new HashMap<>();

    StatusWatcher(
            WorkspaceClient connection,
            StatusReader looking,
            OutcomeRefresh comparing,
            OptionalDouble mostFailed,
            Duration longest,
            WatchOutput output) {
        this.connection = connection;
        this.looking = looking;
        this.comparing = comparing;
        this.mostFailed = mostFailed;
        this.longest = longest;
        this.output = output;
    }

    /** Nothing was sent from here: there is nothing to wait for. */
    ExitCode runWithoutLock() {
        output.summary(List.of(), connection.clock().instant(), ExitCode.OK);
        return ExitCode.OK;
    }

    ExitCode run(Lock lock, List<LockEntry> entries) {
        last.putAll(lock.observations().last());
        var until = connection.clock().instant().plus(longest);
        var sends = comparing.compared(untilOver(lock, entries, until));
        looking.remember(sends);
        boolean over = sends.stream().allMatch(SendProgress::isOver);
        var alarm = StatusCommand.code(Alert.of(sends, mostFailed));
        var code = alarm == ExitCode.OK && !over ? ExitCode.PARTLY : alarm;
        output.summary(sends, connection.clock().instant(), code);
        return code;
    }

    private List<SendProgress> untilOver(Lock lock, List<LockEntry> entries, Instant until) {
        var pause = SHORTEST;
        int unread = 0;
        List<SendProgress> sends = List.of();
        while (true) {
            try {
                sends = looking.look(
                        lock,
                        entries,
                        last,
                        (identity, why) ->
                                output.unread(connection.clock().instant(), identity + ": " + why.getMessage()));
                unread = 0;
                pause = isNews(sends) ? SHORTEST : longer(pause);
            } catch (EnvironmentException unreadable) {
                unread++;
                output.unread(connection.clock().instant(), String.valueOf(unreadable.getMessage()));
                giveUp(unread, sends, unreadable);
                pause = longer(pause);
            }
            boolean over = unread == 0 && sends.stream().allMatch(SendProgress::isOver);
            if (over || !connection.clock().instant().isBefore(until)) {
                return sends;
            }
            connection.pause().take(pause, "Interrupted while watching; nothing was changed.");
        }
    }

    private void giveUp(int unread, List<SendProgress> sends, EnvironmentException why) {
        if (unread >= UNREAD_IN_A_ROW) {
            looking.remember(sends);
            throw why;
        }
    }

    private static Duration longer(Duration pause) {
        var twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST) < 0 ? twice : LONGEST;
    }

    /** Tells what changed, and whether anything did. */
    private boolean isNews(List<SendProgress> sends) {
        var changed = sends.stream().filter(this::isChanged).toList();
        sends.forEach(send -> send.seen().ifPresent(seen -> last.put(send.identity(), seen)));
        output.look(sends, changed, connection.clock().instant());
        told = true;
        return !changed.isEmpty();
    }

    /** The first look tells of every send. */
    private boolean isChanged(SendProgress send) {
        var before = last.get(send.identity());
        return !told
                || (send.seen().isPresent()
                        && (before == null || !send.seen().get().saysTheSameAs(before)));
    }
}
