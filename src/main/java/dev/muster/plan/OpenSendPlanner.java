package dev.muster.plan;

import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.PlanRule;
import dev.muster.diagnostic.Rule;
import dev.muster.diagnostic.Severity;
import dev.muster.doubt.DoubtVerdict;
import dev.muster.doubt.OpenSendEvidence;
import dev.muster.lock.LockEntry;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One send whose outcome the lock does not know, as a line of the plan: what the next apply would make of it. */
record OpenSendPlanner(PlanContext context, OpenSendEvidence doubt) {
    /** The action, and what a reader must know. */
    Outcome decide() {
        var verdict = doubt.verdict();
        return verdict instanceof DoubtVerdict.Sent sent ? adopted(sent) : unknown(verdict);
    }

    record Outcome(Action action, List<Diagnostic> findings) {}

    private Outcome adopted(DoubtVerdict.Sent sent) {
        var campaign = sent.campaign();
        var note = of(
                Severity.NOTE,
                PlanRule.FOUND_ON_SEAX,
                "SeaX has it as " + campaign.id() + ", status " + campaign.status() + ", found by its marker",
                Reason.FOUND_ON_SEAX.cure());
        var alarms = sent.anomalies().stream()
                .map(anomaly -> of(
                        Severity.ERROR,
                        PlanRule.FOUND_NOT_AS_ASKED,
                        anomaly,
                        "find out in SeaX; the next apply records it as sent"));
        return new Outcome(
                new Action.Adopt(Reason.FOUND_ON_SEAX, campaign.id()),
                Stream.concat(Stream.of(note), alarms).toList());
    }

    private Outcome unknown(DoubtVerdict verdict) {
        var evidence = Stream.concat(Stream.of(known(verdict)), seen().stream()).collect(Collectors.joining("; "));
        var key = doubt.entry().identity().key();
        return new Outcome(
                new Action.Blocked(Reason.OUTCOME_UNKNOWN),
                List.of(of(Severity.ERROR, PlanRule.OUTCOME_UNKNOWN, evidence, "muster resolve " + key)));
    }

    private Diagnostic of(Severity severity, Rule rule, String message, String help) {
        var place = context.places().of(doubt.entry().identity().key().value());
        return rule.at(severity, place, message, help);
    }

    private String known(DoubtVerdict verdict) {
        var attempt = doubt.entry().attempt();
        if (verdict instanceof DoubtVerdict.Held held) {
            return "run " + attempt.run().id() + " of " + attempt.run().actor() + " was about to post it at "
                    + attempt.at() + " and may still be sending until " + held.until();
        }
        return doubt.entry() instanceof LockEntry.InDoubt inDoubt
                ? inDoubt.reason()
                : "run " + attempt.run().id() + " ended before its outcome was recorded";
    }

    private Optional<String> seen() {
        return doubt.seen().map(words -> "SeaX " + words);
    }
}
