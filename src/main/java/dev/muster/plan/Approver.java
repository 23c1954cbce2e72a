package dev.muster.plan;

import dev.muster.lock.Lock;
import dev.muster.model.Sha256;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Station 9: holds an approval against the plan as it is now. Stations 1–7 have run again; of the review only numbers and
 * digests are carried over.
 */
public final class Approver {
    private final Plan plan;
    private final Optional<Lock> lock;

    private Approver(Plan plan, Optional<Lock> lock) {
        this.plan = plan;
        this.lock = lock;
    }

    /** The decision on this approval. */
    public static Decision decide(Plan plan, Optional<Lock> lock, Approval approval) {
        return new Approver(plan, lock).decide(approval);
    }

    private Decision decide(Approval approval) {
        if (!approval.suffices()) {
            return new Decision.Refused("nobody approved it: give --confirm with the number of messages that the plan"
                    + " shows, or a plan file with --expect");
        }
        if (plan.isRefused()) {
            return new Decision.Refused(plan.findings().get(0).message());
        }
        var digest = approval.expected();
        var stale = approval.file()
                .map(saved -> staleFile(saved, digest))
                .orElseGet(() -> digest.flatMap(this::otherDigest));
        return stale.<Decision>map(Decision.Stale::new).orElseGet(() -> sameNumbers(approval));
    }

    private Decision sameNumbers(Approval approval) {
        var grown = approval.file().map(SavedPlan::binding).flatMap(this::otherAudience);
        if (grown.isPresent()) {
            return new Decision.Refused(grown.get());
        }
        return approval.messages().orElse(plan.messages()) == plan.messages()
                ? new Decision.Approved(new ApprovedPlan(plan))
                : new Decision.Refused(otherNumber(approval.messages().getAsLong()));
    }

    private String otherNumber(long messages) {
        return String.format(
                Locale.ROOT,
                "confirmed %,d messages, but the plan sends %,d: look at it again with `muster plan`",
                messages,
                plan.messages());
    }

    private Optional<String> otherDigest(Sha256 expected) {
        return expected.equals(plan.digest())
                ? Optional.empty()
                : Optional.of("the plan is now " + plan.digest() + ", expected " + expected
                        + ": definitions, labels, people or the lock changed since the review; plan and review again");
    }

    private Optional<String> staleFile(SavedPlan saved, Optional<Sha256> expected) {
        if (expected.filter(digest -> !digest.equals(saved.digest())).isPresent()) {
            return Optional.of("the plan file has digest " + saved.digest() + ", expected " + expected.get()
                    + ": it is not the plan that was reviewed");
        }
        var reviewed = saved.binding();
        if (!reviewed.workspace().equals(plan.workspace())) {
            return Optional.of(
                    "the plan file is for workspace " + reviewed.workspace().name() + ", not for "
                            + plan.workspace().name());
        }
        if (lock.filter(l -> l.consumed().contains(saved.digest())).isPresent()) {
            return Optional.of("the plan file was applied already; what is left needs a new plan");
        }
        if (!reviewed.lineage().equals(plan.lineage())) {
            return Optional.of("the plan file was made for another lock (lineage "
                    + reviewed.lineage().orElse("none") + ", now "
                    + plan.lineage().orElse("none") + ")");
        }
        if (reviewed.serial() != plan.serial()) {
            return Optional.of("the lock changed since the plan was made (serial " + reviewed.serial() + ", now "
                    + plan.serial() + "): plan again");
        }
        if (!plan.at().isBefore(saved.validUntil())) {
            return Optional.of("the plan file was valid until " + saved.validUntil() + ": plan and review again");
        }
        return otherRequests(reviewed);
    }

    private Optional<String> otherRequests(PlanBinding reviewed) {
        var now = plan.binding().sends();
        var then = reviewed.sends();
        var same = now.stream()
                .filter(send -> then.stream().anyMatch(send::isSameRequest))
                .map(PlanBinding.Send::identity)
                .collect(Collectors.toSet());
        var differing = java.util.stream.Stream.concat(now.stream(), then.stream())
                .map(PlanBinding.Send::identity)
                .filter(identity -> !same.contains(identity))
                .map(identity -> identity.key().value())
                .collect(Collectors.toCollection(java.util.TreeSet::new));
        return differing.isEmpty() ? Optional.empty() : Optional.of(changed(differing));
    }

    private static String changed(Set<String> keys) {
        return "what would be sent is not what was reviewed: " + String.join(", ", keys) + "; plan and review again";
    }

    private Optional<String> otherAudience(PlanBinding reviewed) {
        var now = plan.binding();
        return now.sends().equals(reviewed.sends())
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "the audience changed since the review: %,d messages then, %,d now; plan and review again",
                        reviewed.messages(),
                        now.messages()));
    }
}
