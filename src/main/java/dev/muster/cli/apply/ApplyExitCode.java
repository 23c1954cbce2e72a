package dev.muster.cli.apply;

import dev.muster.apply.ApplyReport;
import dev.muster.apply.ApplyResult;
import dev.muster.cli.env.ExitCode;
import dev.muster.lock.LockEntry;
import dev.muster.model.CampaignIdentity;
import dev.muster.plan.Plan;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What an apply ends with. A doubt wins over everything. */
final class ApplyExitCode {
    private ApplyExitCode() {}

    /** Of an apply that had nothing to send. */
    static ExitCode untouched(Plan plan, List<LockEntry> settled) {
        var left = plan.without(ended(settled));
        if (left.hasDoubt() || isAlarming(settled)) {
            return ExitCode.DOUBT;
        }
        return left.needsAttention() ? ExitCode.REFUSED : ExitCode.OK;
    }

    /** The sends whose outcome is known now. */
    static Set<CampaignIdentity> ended(List<LockEntry> settled) {
        return settled.stream()
                .filter(entry -> !entry.isOpen())
                .map(LockEntry::identity)
                .collect(Collectors.toSet());
    }

    /** Whether one of them is not as it was asked for. */
    static boolean isAlarming(List<LockEntry> settled) {
        return settled.stream().anyMatch(entry -> !entry.anomalies().isEmpty());
    }

    /** Of an apply that sent, and of what is left to do. */
    static ExitCode of(ApplyReport report, Plan plan) {
        boolean sent = !report.all(ApplyResult.Sent.class).isEmpty();
        if (report.hasDoubt() || plan.hasDoubt()) {
            return ExitCode.DOUBT;
        }
        if (report.interrupted()) {
            return ExitCode.INTERRUPTED;
        }
        boolean all = report.effects().stream().allMatch(ApplyResult.Sent.class::isInstance) && !plan.needsAttention();
        if (all) {
            return ExitCode.OK;
        }
        return sent ? ExitCode.PARTLY : ExitCode.ERROR;
    }
}
