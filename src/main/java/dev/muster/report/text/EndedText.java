package dev.muster.report.text;

import dev.muster.diagnostic.Places;
import dev.muster.lock.Lock;
import dev.muster.lock.LockEntry;
import dev.muster.lock.MessageEntry;
import dev.muster.lock.SendState;
import dev.muster.model.Campaign;
import dev.muster.plan.NextGeneration;
import dev.muster.report.WaveWords;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A person's answer about a send, as it is recorded; what becomes of its campaign; and what to do next.
 *
 * @param defined what is defined now; absent where the definitions have errors
 */
public record EndedText(Optional<List<Campaign>> defined, Places places, Lock lock, Instant now) {

    public static String of(MessageEntry entry) {
        return recorded(entry.identity(), SendState.of(entry));
    }

    public String of(LockEntry entry) {
        return recorded(entry.identity(), SendState.of(entry)) + next(entry);
    }

    /** What becomes of its campaign, and what to do next; empty where nothing is left to do. */
    public String next(LockEntry entry) {
        return entry instanceof LockEntry.Abandoned ended ? ofAbandoned(ended) : "";
    }

    private static String recorded(Object identity, SendState state) {
        return identity + " is recorded as " + state + "\n";
    }

    private String ofAbandoned(LockEntry.Abandoned entry) {
        int waves = campaign(entry).map(known -> known.waves().size()).orElse(0);
        if (waves > 0) {
            return WaveWords.ended(entry, waves);
        }
        var meaning = entry.outcomeKnown()
                ? "Nobody got it. Muster does not send it again by itself.\n"
                : "It is not known who got it. Muster does not send it again.\n";
        return meaning + campaign(entry).map(known -> again(entry, known)).orElseGet(this::undefined);
    }

    private String again(LockEntry.Abandoned entry, Campaign campaign) {
        if (campaign.identity().compareTo(entry.identity()) > 0) {
            return "Generation " + campaign.identity().generation() + " is defined. Run `muster plan`.\n";
        }
        var write = NextGeneration.of(campaign, Optional.of(lock), places, now) + ". Then run `muster plan`.\n";
        return entry.outcomeKnown()
                ? "To send it, " + write + "If it must not be sent, remove that file.\n"
                : "To send it, perhaps for the second time, " + write;
    }

    private String undefined() {
        return defined.isEmpty()
                ? "The definitions have errors. Correct them, then run `muster plan`: it says what to write.\n"
                : "No file has its key now, so nothing more is sent.\n";
    }

    private Optional<Campaign> campaign(LockEntry entry) {
        return defined.stream()
                .flatMap(List::stream)
                .filter(campaign -> campaign.key().equals(entry.identity().key()))
                .findFirst();
    }
}
