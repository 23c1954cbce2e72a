package dev.muster.plan.approval;

import dev.muster.lock.Lock;
import dev.muster.model.Sha256;
import dev.muster.plan.Plan;
import dev.muster.plan.PlanBinding;
import java.util.List;
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

    private final DriftGauge gauge;

    private Approver(Plan plan, Optional<Lock> lock, DriftGauge gauge) {
        this.plan = plan;
        this.lock = lock;
        this.gauge = gauge;
    }

    /** The decision on this approval. */
    public static Decision decide(Plan plan, Optional<Lock> lock, Approval approval, DriftGauge gauge) {
        return new Approver(plan, lock, gauge).decide(approval);
    }

    private Decision decide(Approval approval) {
        if (!approval.suffices()) {
            return new Decision.Refused("nobody approved it: give --confirm with the number of messages that the plan"
                    + " shows, or --expect with the digest that was reviewed");
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
        var moved = approval.file().map(saved -> gauge.since(saved, plan)).orElse(List.of());
        var grown = approval.file()
                .flatMap(this::released)
                .or(() -> gauge.refusal(moved))
                .or(() -> approval.file().flatMap(this::otherUncounted));
        if (grown.isPresent()) {
            return new Decision.Refused(grown.get());
        }
        var reviewed = approval.file().map(SavedPlan::digest).orElseGet(plan::digest);
        return approval.messages().orElse(plan.messages()) == plan.messages()
                ? new Decision.Approved(new ApprovedPlan(plan, reviewed, moved, gauge))
                : new Decision.Refused(otherNumber(approval.messages().getAsLong()));
    }

    private Optional<String> released(SavedPlan saved) {
        return new SuppressionSince(saved.suppression(), plan, gauge.hash()).refusal();
    }

    private String otherNumber(long messages) {
        return String.format(
                Locale.ROOT,
                "confirmed %,d messages, but the plan sends %,d: look at it again with `muster plan`",
                messages,
                plan.messages());
    }

    private Optional<String> otherDigest(Sha256 expected) {
        if (isConsumed(expected)) {
            return Optional.of("the plan with this digest was applied already; what is left needs a new plan");
        }
        return expected.equals(plan.digest())
                ? Optional.empty()
                : Optional.of("the plan is now " + plan.digest() + ", expected " + expected
                        + ": definitions, policy, labels, the number of people or the lock changed since the review;"
                        + " plan and review again");
    }

    private boolean isConsumed(Sha256 digest) {
        return lock.filter(record -> record.consumed().contains(digest)).isPresent();
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
        if (isConsumed(saved.digest())) {
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
        if (!reviewed.policy().equals(plan.binding().policy())) {
            return Optional.of("the policy is not the one that the plan was judged by: plan and review again");
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

    /** Where nobody can be counted, the number that was reviewed must hold as it is. */
    private Optional<String> otherUncounted(SavedPlan saved) {
        var differing = plan.binding().sends().stream()
                .filter(send -> !saved.sketches().containsKey(send.identity()))
                .filter(send -> !saved.binding().sends().contains(send))
                .map(send -> send.identity().key().value())
                .toList();
        return differing.isEmpty()
                ? Optional.empty()
                : Optional.of("the audience changed since the review: " + String.join(", ", differing)
                        + "; plan and review again");
    }
}
