package dev.muster.report.text;

import dev.muster.diagnostic.Characters;
import dev.muster.lock.Entry;
import dev.muster.lock.Lock;
import dev.muster.lock.LockEntry;
import dev.muster.lock.MessageEntry;
import dev.muster.lock.SendState;
import dev.muster.model.CampaignKey;
import dev.muster.report.Json;
import dev.muster.report.Numbers;
import dev.muster.report.Times;
import java.util.List;
import java.util.Optional;

/** The record for people. */
public final class LockText {
    private LockText() {}

    /** Everything about one single message. */
    public static String single(MessageEntry entry) {
        return SingleText.whole(entry);
    }

    public static String of(Optional<Lock> lock, Optional<CampaignKey> key) {
        if (lock.isEmpty()) {
            return "no lock yet: nothing was sent from here\n";
        }
        var record = lock.get();
        var text = new StringBuilder("Lock of workspace " + record.workspace().name() + ", lineage " + record.lineage()
                + ", serial " + record.serial() + "\n");
        record.entries().values().stream()
                .filter(entry ->
                        key.isEmpty() || key.get().equals(entry.identity().key()))
                .forEach(entry -> text.append('\n').append(of(entry)));
        if (key.isEmpty()) {
            record.singles()
                    .entries()
                    .values()
                    .forEach(entry -> text.append('\n').append(SingleText.whole(entry)));
        }
        return text.toString();
    }

    private static String of(LockEntry entry) {
        var attempt = entry.attempt();
        var audience = attempt.audience();
        var text = new StringBuilder();
        text.append(entry.identity()).append("  ").append(SendState.of(entry)).append('\n');
        line(text, "marker", attempt.marker().value());
        line(
                text,
                "audience",
                (audience.atMost() ? "at most " : "") + Numbers.of(audience.messages(), "message") + " to "
                        + Numbers.of(audience.people(), "person", "people") + ", " + Numbers.of(audience.excluded())
                        + " excluded");
        if (entry instanceof LockEntry.Confirmed confirmed) {
            line(text, "SeaX id", confirmed.remote().id().value());
            confirmed.anomalies().forEach(anomaly -> line(text, "anomaly", anomaly));
            confirmed.accepted().forEach(thing -> line(text, "accepted", thing));
        }
        attempt.run().commit().ifPresent(commit -> line(text, "commit", commit));
        history(text, entry);
        return text.toString();
    }

    /** A line for each step. */
    static void history(StringBuilder text, Entry entry) {
        for (var step : entry.history()) {
            var from =
                    step.from().map(state -> SendState.in(entry, state) + " → ").orElse("");
            line(
                    text,
                    Times.minute(step.at()),
                    from + SendState.in(entry, step.to()) + " by " + step.by() + ": " + step.evidence());
        }
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append("  ")
                .append(name)
                .append("  ")
                .append(Characters.visible(value))
                .append('\n');
    }

    /** What {@code lock verify} says once the record was loaded, which checked it. */
    public static String verified(Optional<Lock> lock, boolean json) {
        var entries =
                lock.map(l -> l.entries().size() + l.singles().entries().size()).orElse(0);
        if (json) {
            var document = Json.envelope(
                            lock.map(Lock::sharedIds).orElse(List.of()).isEmpty(), List.of())
                    .put("entries", entries);
            lock.ifPresent(l -> document.put("lineage", l.lineage()).put("serial", l.serial()));
            return Json.document(document);
        }
        return lock.map(l -> (l.sharedIds().isEmpty()
                                ? "the lock is intact: "
                                : "the lock is as Muster wrote it, with a warning: ")
                        + Numbers.of(entries, "entry", "entries") + ", serial " + l.serial()
                        + "\n")
                .orElse("no lock yet: nothing was sent from here\n");
    }
}
