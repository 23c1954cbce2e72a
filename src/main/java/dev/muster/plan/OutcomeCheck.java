package dev.muster.plan;

import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.PlanRule;
import dev.muster.diagnostic.Rule;
import dev.muster.diagnostic.Severity;
import dev.muster.doubt.Audit;
import dev.muster.lock.Lock;
import dev.muster.lock.LockEntry;
import dev.muster.lock.Observation;
import dev.muster.lock.OutcomeComparison;
import dev.muster.lock.SendAnomalies;
import dev.muster.model.RemoteCampaign;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What became of the sends that a plan is about, as the lock has it: a danger stays in every plan until its campaign
 * acknowledges it, what SeaX took otherwise than asked until a person accepts it, what went as planned is shown for a week.
 *
 * @param listed what SeaX lists now, as far as it was read
 */
record OutcomeCheck(PlanContext context, List<RemoteCampaign> listed) {
    /** The change with what became of its campaign, in every generation. */
    PlannedChange check(PlannedChange planned) {
        var findings = context.lock().stream()
                .flatMap(lock -> lock.generations(planned.key()).flatMap(entry -> findings(lock, entry, planned)))
                .toList();
        return findings.isEmpty()
                ? planned
                : new PlannedChange(
                        planned.change(), planned.action(), planned.resolved(), joined(planned.findings(), findings));
    }

    private static List<Diagnostic> joined(List<Diagnostic> before, List<Diagnostic> more) {
        return Stream.concat(before.stream(), more.stream()).toList();
    }

    private Stream<Diagnostic> findings(Lock lock, LockEntry entry, PlannedChange planned) {
        var concerns = SendAnomalies.of(entry, lock).with(entry, Audit.of(entry, listed));
        var compared = lock.observations().of(entry.identity()).flatMap(Observation::comparison);
        return Stream.concat(
                notAsAsked(entry, concerns.anomalies(), planned).stream(),
                compared.flatMap(found -> finding(entry, found, concerns.dangers(), planned)).stream());
    }

    /** What is about to be sent is not held up by it. */
    private Optional<Diagnostic> notAsAsked(LockEntry entry, List<String> anomalies, PlannedChange planned) {
        if (anomalies.isEmpty()) {
            return Optional.empty();
        }
        boolean settled = planned.change().definition().isPresent() && planned.action() instanceof Action.NoOp;
        var message = entry.identity() + ": " + String.join("; ", anomalies);
        var help = "deal with it in SeaX, then:  muster resolve " + planned.key() + " --accept --reason \"…\"";
        return Optional.of(
                of(settled ? Severity.ERROR : Severity.WARNING, PlanRule.OUTCOME_NOT_AS_ASKED, message, help, planned));
    }

    private Optional<Diagnostic> finding(
            LockEntry entry, OutcomeComparison found, List<String> dangers, PlannedChange planned) {
        if (!dangers.isEmpty()) {
            return Optional.of(danger(entry, dangers, planned));
        }
        boolean isNews = found.at().isAfter(context.now().minus(EarlierSends.MEMORY));
        return isNews && planned.action() instanceof Action.NoOp
                ? Optional.of(of(
                        Severity.NOTE,
                        PlanRule.OUTCOME_COUNTED,
                        counts(entry, found),
                        "`muster report` shows all of it",
                        planned))
                : Optional.empty();
    }

    /** Only what is settled and still defined can be accepted; elsewhere it must not hold up what is about to be sent. */
    private Diagnostic danger(LockEntry entry, List<String> dangers, PlannedChange planned) {
        var message = entry.identity() + ": " + String.join("; ", dangers);
        var definition = planned.change().definition();
        if (definition.isEmpty() || !(planned.action() instanceof Action.NoOp)) {
            return of(
                    Severity.WARNING,
                    PlanRule.OUTCOME_NOT_AS_PLANNED,
                    message,
                    "`muster status` has the figures",
                    planned);
        }
        var help = "find out why in SeaX, then acknowledge " + PlanRule.OUTCOME_NOT_AS_PLANNED.id()
                + " with what was done about it";
        var danger = of(Severity.DANGER, PlanRule.OUTCOME_NOT_AS_PLANNED, message, help, planned);
        return danger.acceptedBy(definition.get().acknowledged());
    }

    private Diagnostic of(Severity severity, Rule rule, String message, String help, PlannedChange planned) {
        return rule.at(severity, context.places().of(planned.key().value()), message, help);
    }

    private static String counts(LockEntry entry, OutcomeComparison found) {
        return String.format(
                Locale.ROOT,
                "%s: planned %,d, received %,d, failed %,d, missing %s, unexpected %s",
                entry.identity(),
                found.planned(),
                found.received(),
                found.failed(),
                ifKnown(found.missing()),
                ifKnown(found.unexpected()));
    }

    private static String ifKnown(OptionalInt number) {
        return number.isPresent() ? String.format(Locale.ROOT, "%,d", number.getAsInt()) : "not known";
    }
}
