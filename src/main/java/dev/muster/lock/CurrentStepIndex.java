package dev.muster.lock;

import dev.muster.model.CampaignIdentity;
import dev.muster.model.Sha256;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which step each part of a record stands on: each entry, each answer that is kept, each consumed plan, the suppression
 * labels, what was last seen of a campaign, each single message, and the record's own first line. The tally is the sum of a
 * digest over all of them, so a part that is missing, was added or stands on another step shows, and a step changes the tally
 * without a look at the others.
 */
public final class CurrentStepIndex {
    public static final String RECORD = "record";
    static final String SUPPRESSION = "suppression";
    public static final String PLAN = "plan ";
    static final String SEEN = "seen ";
    static final String SINGLE = "single ";

    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);

    private final Map<String, Sha256> digests = new HashMap<>();
    private BigInteger sum = BigInteger.ZERO;

    /** The part that a step is about, and what else it puts in place or clears. */
    public record Change(String subject, List<String> puts, List<String> clears) {
        public static Change of(String slot) {
            return new Change(slot, List.of(slot), List.of());
        }
    }

    static String entry(CampaignIdentity identity) {
        return "entry " + identity;
    }

    static String answer(CampaignIdentity identity) {
        return "answer " + identity;
    }

    public Change change(LockEvent step) {
        return step.match(new LockEvent.Cases<Change>() {
            @Override
            public Change recorded(LockEvent.Recorded recorded) {
                return change(recorded.entry());
            }

            @Override
            public Change witnessed(LockEvent.Witnessed witnessed) {
                return Change.of(answer(witnessed.identity()));
            }

            @Override
            public Change observed(LockEvent.Observed observed) {
                return Change.of(SEEN + observed.identity());
            }

            @Override
            public Change messaged(LockEvent.Messaged messaged) {
                return Change.of(SINGLE + messaged.entry().identity());
            }

            @Override
            public Change suppressing(LockEvent.Suppressing suppressing) {
                return Change.of(SUPPRESSION);
            }
        });
    }

    private Change change(LockEntry entry) {
        var subject = entry(entry.identity());
        if (entry instanceof LockEntry.Intent intent) {
            var plan = intent.attempt().plan().map(digest -> PLAN + digest);
            return plan.filter(slot -> !digests.containsKey(slot))
                    .map(slot -> new Change(subject, List.of(subject, slot), List.of()))
                    .orElse(Change.of(subject));
        }
        var answer = answer(entry.identity());
        return !entry.isOpen() && digests.containsKey(answer)
                ? new Change(subject, List.of(subject), List.of(answer))
                : Change.of(subject);
    }

    public void take(Change change, Sha256 digest) {
        change.clears().forEach(this::clear);
        change.puts().forEach(slot -> put(slot, digest));
    }

    public void put(String slot, Sha256 digest) {
        clear(slot);
        digests.put(slot, digest);
        sum = sum.add(weight(slot, digest)).mod(MODULUS);
    }

    private void clear(String slot) {
        var before = digests.remove(slot);
        if (before != null) {
            sum = sum.subtract(weight(slot, before)).mod(MODULUS);
        }
    }

    private static BigInteger weight(String slot, Sha256 digest) {
        var hex = Sha256.of(slot + " " + digest).value();
        return new BigInteger(hex.substring(hex.indexOf(':') + 1), 16);
    }

    public String tally() {
        return sum.toString(16);
    }
}
