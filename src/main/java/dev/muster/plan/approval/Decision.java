package dev.muster.plan.approval;

/** Whether a plan may be applied. */
public sealed interface Decision {

    /** Approved. */
    record Approved(ApprovedPlan plan) implements Decision {}

    /** Refused by policy, guard or a missing or different approval: exit code 3. */
    record Refused(String why) implements Decision {}

    /** What was reviewed is not what would be sent now, was sent already, or is for another lock: exit code 4. */
    record Stale(String why) implements Decision {}
}
