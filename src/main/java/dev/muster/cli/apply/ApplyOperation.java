package dev.muster.cli.apply;

import dev.muster.Muster;
import dev.muster.apply.Applier;
import dev.muster.apply.ApplyReport;
import dev.muster.apply.ApplyResult;
import dev.muster.apply.NumbersPorts;
import dev.muster.audience.AudienceSketch;
import dev.muster.cli.command.CommandContext;
import dev.muster.cli.command.NumberConverter;
import dev.muster.cli.env.ExitCode;
import dev.muster.cli.env.WorkspaceClient;
import dev.muster.cli.plan.PreparedPlan;
import dev.muster.cli.plan.SendEvidence;
import dev.muster.cli.record.ApprovedAudienceStore;
import dev.muster.cli.record.LockDurabilityCheck;
import dev.muster.cli.record.RescueFile;
import dev.muster.cli.record.WitnessedRun;
import dev.muster.diagnostic.EnvironmentException;
import dev.muster.doubt.Reconciler;
import dev.muster.lock.ExclusiveRun;
import dev.muster.lock.Lock;
import dev.muster.lock.LockEntry;
import dev.muster.lock.LockException;
import dev.muster.lock.Rescue;
import dev.muster.lock.RunIdentity;
import dev.muster.model.RemoteId;
import dev.muster.outcome.FirstPartLog;
import dev.muster.plan.Plan;
import dev.muster.plan.approval.Approval;
import dev.muster.plan.approval.ApprovedPlan;
import dev.muster.plan.approval.Approver;
import dev.muster.plan.approval.Decision;
import dev.muster.resolve.ExcludedNumbers;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import picocli.CommandLine.TypeConversionException;

/** The second half of {@code muster apply}: approval, the exclusive run, the sends, and what is said about them. */
record ApplyOperation(CommandContext session, PreparedPlan planning, WorkspaceClient connection, ApplyOutput output) {
    ExitCode run(Approval approval) {
        var plan = planning.plan();
        output.plan(plan);
        var unfed = unfed();
        if (unfed.isPresent()) {
            return output.declined(unfed.get(), ExitCode.DOUBT);
        }
        if (plan.creates().isEmpty() && !isAboutAnother(approval, plan)) {
            audit().keepListed();
            return output.nothingToSend(ApplyExitCode.untouched(plan, plan.hasOpenSends() ? reconciled() : List.of()));
        }
        var refusal = new LockDurabilityCheck(session, planning.settings())
                .refusal(planning.lock())
                .or(() -> SendEvidence.of(session, planning).against(plan));
        if (refusal.isPresent()) {
            return output.declined(refusal.get(), ExitCode.REFUSED);
        }
        var decision = Approver.decide(
                plan, planning.lock(), approval.suffices() ? approval : asked(approval), planning.gauge());
        if (decision instanceof Decision.Approved approved) {
            output.moved(approved.plan().moved());
            return send(approved.plan());
        }
        return decision instanceof Decision.Stale stale
                ? output.declined(stale.why(), ExitCode.STALE)
                : output.declined(((Decision.Refused) decision).why(), ExitCode.REFUSED);
    }

    /** Somebody expects this run to send what they reviewed: that there is nothing to send is then for them to know. */
    private static boolean isAboutAnother(Approval approval, Plan plan) {
        return approval.file().isPresent()
                || approval.expected()
                        .filter(digest -> !digest.equals(plan.digest()))
                        .isPresent();
    }

    private ExitCode send(ApprovedPlan approved) {
        session.console().requireWritten();
        var interruption = session.surroundings().interruption();
        interruption.begin();
        try {
            return carryOut(approved, session.who())
                    .map(done -> told(done, approved.plan()))
                    .orElseGet(() -> output.declined(
                            "another run changed the lock in the meantime: plan again", ExitCode.STALE));
        } finally {
            interruption.finish();
        }
    }

    /** What was done; nothing when the lock is not as planned. */
    private Optional<Done> carryOut(ApprovedPlan approved, RunIdentity who) {
        var done = Optional.<Done>empty();
        try (var run = planning.store().begin(who)) {
            if (approved.plan().isMadeFor(run.lock())) {
                var settled = reconcile(run, who);
                var witnessed = new WitnessedRun(run, keepingRosters(approved.plan()));
                var report = Muster.apply(approved, applier(witnessed, who));
                done = Optional.of(new Done(report, settled, run.lock(), Optional.empty()));
            }
        } catch (LockException unclosed) {
            // what was done is in the journal; that the run could not be closed must not hide it
            return Optional.of(done.orElseThrow(() -> unclosed).closedWith(unclosed));
        }
        return done;
    }

    /** Each campaign's people are kept once its intent is recorded; that they cannot be kept stops nothing. */
    private Consumer<LockEntry.Intent> keepingRosters(Plan plan) {
        var rosters = rosters();
        var sketches = new HashMap<>(planning.gauge().sketches(plan));
        plan.creates().stream()
                .flatMap(create -> create.numbers().stream())
                .flatMap(numbers -> numbers.parts().stream())
                .forEach(part ->
                        sketches.put(part.identity(), AudienceSketch.ofNumbers(part.numbers(), connection.hash())));
        var full = new AtomicBoolean();
        return intent -> {
            try {
                rosters.keep(intent.identity(), Optional.ofNullable(sketches.get(intent.identity())));
            } catch (IOException e) {
                if (!full.getAndSet(true)) {
                    session.console()
                            .comment(
                                    "Who was approved cannot be kept on this machine, so less can be said of the"
                                            + " outcome",
                                    e);
                }
            }
        };
    }

    private ApprovedAudienceStore rosters() {
        return ApprovedAudienceStore.of(session.campaigns(), planning.settings().name(), connection.hash());
    }

    /** An apply that has nothing to send still records what SeaX shows about earlier sends. */
    private List<LockEntry> reconciled() {
        var who = session.who();
        try (var run = planning.store().begin(who)) {
            return reconcile(run, who);
        }
    }

    private List<LockEntry> reconcile(ExclusiveRun run, RunIdentity who) {
        return new Reconciler(connection.lookout(), run, who.id()).reconcile(output::reconciled);
    }

    private ApplyAudit audit() {
        return new ApplyAudit(session, planning, connection, this::reconcile);
    }

    private Applier applier(ExclusiveRun run, RunIdentity who) {
        var surroundings = session.surroundings();
        return new Applier(
                run,
                who,
                connection.sender(),
                byNumbers(),
                connection.labels(),
                connection.clock(),
                surroundings.ids(),
                surroundings.interruption(),
                effect -> tell(effect, run.lineage()));
    }

    private NumbersPorts byNumbers() {
        return new NumbersPorts(
                connection.parts(),
                labels -> ExcludedNumbers.carrying(connection.workspace(), labels),
                this::objection);
    }

    /** A log that cannot be read says nothing. */
    private Optional<String> objection(RemoteId firstPart) {
        try {
            return FirstPartLog.objection(connection.deliveries(), firstPart);
        } catch (EnvironmentException unreadable) {
            return Optional.empty();
        }
    }

    /** An outcome that the lock did not take is kept elsewhere before anything else happens. */
    private void tell(ApplyResult effect, String lineage) {
        if (effect instanceof ApplyResult.NotRecorded lost) {
            var rescue = new Rescue(lineage, lost.entry());
            var kept = rescueFile().keep(rescue);
            output.effect(effect);
            output.rescued(rescue, kept);
        } else {
            output.effect(effect);
        }
    }

    private RescueFile rescueFile() {
        return new RescueFile(session, planning.settings().name());
    }

    private Optional<String> unfed() {
        return rescueFile().unfed(planning.lock());
    }

    private ExitCode told(Done done, Plan plan) {
        var alarms = Stream.concat(done.unclosed().stream(), audit().after(done.report(), done.lock()).stream())
                .toList();
        var code = alarms.isEmpty() && !ApplyExitCode.isAlarming(done.settled())
                ? ApplyExitCode.of(done.report(), plan.without(ApplyExitCode.ended(done.settled())))
                : ExitCode.DOUBT;
        return output.summary(done.report(), alarms, code);
    }

    /** A run that is over: what it did, the lock after it, and why it could not be closed, if it could not. */
    private record Done(ApplyReport report, List<LockEntry> settled, Lock lock, Optional<String> unclosed) {
        Done closedWith(LockException problem) {
            return new Done(report, settled, lock, Optional.of(String.valueOf(problem.getMessage())));
        }
    }

    /** A person at the terminal types the number; elsewhere nobody is asked. */
    private Approval asked(Approval approval) {
        var typed = session.console()
                .ask("This cannot be undone. Type the number of messages to send it: ")
                .flatMap(ApplyOperation::number);
        return new Approval(
                approval.file(),
                approval.expected(),
                typed.map(OptionalLong::of).orElse(approval.messages()));
    }

    private static Optional<Long> number(String typed) {
        try {
            return Optional.of(new NumberConverter().convert(typed));
        } catch (TypeConversionException e) {
            return Optional.empty();
        }
    }
}
