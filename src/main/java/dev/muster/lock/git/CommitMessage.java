package dev.muster.lock.git;

import dev.muster.lock.Lock;
import dev.muster.model.CampaignIdentity;
import dev.muster.model.SingleIdentity;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What each commit of a record's branch says of itself, so that the whole history is judged without opening every version:
 *
 * <pre>{@code
 * Record holiday-sale-2026/1 as INTENT
 *
 * Lock 8d0c6d7e-0000-4000-8000-000000000001 serial 43
 * }</pre>
 */
record CommitMessage(
        String lineage, long serial, Optional<CampaignIdentity> recorded, Optional<SingleIdentity> single) {
    private static final Pattern FORM = Pattern.compile(
            "(?:Record (?:(?<key>[a-z0-9-]+/[0-9]{1,9})|(?<single>send/[0-9TZ]+/[A-Za-z0-9-]+)) as [A-Z_]+|[^\\n]*)\\n\\n"
                    + "Lock (?<lineage>\\S+) serial (?<serial>[0-9]{1,18})\\n.*",
            Pattern.DOTALL);

    static String message(String title, String lineage, long serial) {
        return title + "\n\nLock " + lineage + " serial " + serial + "\n";
    }

    private static Optional<CommitMessage> read(GitBranchPort.Past past) {
        var found = FORM.matcher(past.message());
        return past.parents() <= 1 && found.matches()
                ? Optional.of(new CommitMessage(
                        found.group("lineage"),
                        Long.parseLong(found.group("serial")),
                        Optional.ofNullable(found.group("key")).map(CampaignIdentity::parse),
                        Optional.ofNullable(found.group("single")).map(SingleIdentity::parse)))
                : Optional.empty();
    }

    /** Refuses a record that its history says was longer, was another one, or was touched by somebody else. */
    static void require(GitBranchPort branch, GitBranchPort.Tip tip, Lock lock) {
        var recorded = new TreeSet<CampaignIdentity>();
        var singles = new TreeSet<SingleIdentity>();
        var refusals = new GitRefusals(branch);
        long serial = 0;
        var good = Optional.<String>empty();
        for (var past : branch.history(tip)) {
            var last = good;
            var trail = read(past).orElseThrow(() -> refusals.notOurs(past.commit(), last));
            if (!trail.lineage().equals(lock.lineage()) || trail.serial() < serial) {
                throw refusals.notContinued(past.commit(), last);
            }
            serial = trail.serial();
            trail.recorded().ifPresent(recorded::add);
            trail.single().ifPresent(singles::add);
            good = past.commit().equals(tip.commit()) ? good : Optional.of(past.commit());
        }
        boolean whole = lock.entries().keySet().containsAll(recorded)
                && lock.singles().entries().keySet().containsAll(singles);
        if (lock.serial() != serial || !whole) {
            throw refusals.olderFiles(tip.commit(), serial, good);
        }
    }
}
