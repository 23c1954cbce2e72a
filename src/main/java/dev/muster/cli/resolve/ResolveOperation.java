package dev.muster.cli.resolve;

import dev.muster.cli.command.CommandContext;
import dev.muster.cli.env.ExitCode;
import dev.muster.cli.env.WorkspaceClient;
import dev.muster.definition.Definitions;
import dev.muster.diagnostic.Places;
import dev.muster.diagnostic.UsageException;
import dev.muster.doubt.DoubtAnswer;
import dev.muster.doubt.DoubtVerdict;
import dev.muster.doubt.OpenSendEvidence;
import dev.muster.doubt.PersonAnswer;
import dev.muster.doubt.Tolerance;
import dev.muster.lock.Lock;
import dev.muster.lock.LockEntry;
import dev.muster.lock.LockStore;
import dev.muster.model.Campaign;
import dev.muster.model.CampaignIdentity;
import dev.muster.model.RemoteId;
import dev.muster.model.project.Fingerprint;
import dev.muster.report.text.DoubtText;
import dev.muster.report.text.EndedText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Ends the doubt about one send: by evidence as often as it is asked to look, or by what a person says. */
record ResolveOperation(
        CommandContext session, WorkspaceClient connection, LockStore store, CampaignIdentity identity) {
    /** From one look to the next: at once, after 30 seconds, and 2, 5 and 15 minutes after the first. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ZERO,
            Duration.ofSeconds(30),
            Duration.ofSeconds(90),
            Duration.ofMinutes(3),
            Duration.ofMinutes(10));

    /** One look: what SeaX proves is recorded; otherwise the evidence is shown. */
    ExitCode look() {
        var doubt = doubt(store.load().orElseThrow());
        var step = doubt.evident(session.who().actor()).isPresent() ? record() : Optional.<LockEntry>empty();
        if (step.filter(entry -> !entry.isOpen()).isPresent()) {
            return output().proved(step.get());
        }
        return output().open(step.isPresent() ? doubt(store.load().orElseThrow()) : doubt, name(), step.isPresent());
    }

    /** Looks until SeaX shows it, at most a quarter of an hour. */
    ExitCode lookAgainAndAgain() {
        for (var pause : PAUSES) {
            if (!pause.isZero()) {
                connection.pause().take(pause, "Interrupted while waiting for SeaX; nothing was changed.");
            }
            var doubt = doubt(store.load().orElseThrow());
            if (doubt.verdict() instanceof DoubtVerdict.Sent) {
                break;
            }
            session.console().comment(DoubtText.look(doubt));
        }
        return look();
    }

    /** The evidence is looked at again once nobody else can change the lock. */
    private Optional<LockEntry> record() {
        var who = session.who();
        try (var run = store.begin(who)) {
            var step = open(run.lock()).flatMap(entry -> doubt(run.lock()).evident(who.actor()));
            step.ifPresent(run::record);
            return step;
        }
    }

    /** A person says that it is this campaign of SeaX, which is asked. */
    ExitCode sent(RemoteId id, Tolerance tolerance, String reason) {
        var campaign =
                connection.workspace().campaign(id).orElseThrow(() -> new UsageException("SeaX has no campaign " + id));
        return end(reason, answer -> answer.sent(id, campaign, tolerance));
    }

    ExitCode notSent(String reason) {
        return end(reason, PersonAnswer::notSent);
    }

    ExitCode abandon(String reason) {
        return end(reason, PersonAnswer::abandon);
    }

    private ExitCode end(String reason, Function<PersonAnswer, DoubtAnswer<LockEntry>> answer) {
        try (var run = store.begin(session.who())) {
            var doubt = doubt(run.lock());
            var ending =
                    answer.apply(new PersonAnswer(doubt, reason, session.who().actor()));
            if (ending instanceof DoubtAnswer.Contradicted<LockEntry> contradicted) {
                return output().contradicted(doubt.entry(), contradicted.objections());
            }
            var entry = ((DoubtAnswer.Settled<LockEntry>) ending).entry();
            run.record(entry);
            return output().ended(entry, text(run.lock(), doubt.now()));
        }
    }

    private ResolveOutput output() {
        return new ResolveOutput(session);
    }

    private OpenSendEvidence doubt(Lock lock) {
        var entry = open(lock)
                .orElseThrow(() -> new UsageException("the doubt about " + identity + " was ended by another run"));
        return connection.lookout().doubts(lock, List.of(entry)).stream()
                .findFirst()
                .orElseThrow(() -> new UsageException("there is no doubt about " + identity.key() + " to resolve"));
    }

    /** What SeaX refused may be open again: it is, if SeaX shows it. */
    private Optional<LockEntry> open(Lock lock) {
        return lock.entry(identity).filter(entry -> entry.isOpen() || entry instanceof LockEntry.Rejected);
    }

    private EndedText text(Lock lock, Instant now) {
        var definitions = session.validate().value();
        return new EndedText(
                definitions.map(Definitions::campaigns),
                definitions.map(Definitions::places).orElse(new Places(Map.of())),
                lock,
                now);
    }

    private Optional<Campaign> defined() {
        return session.validate().value().stream()
                .map(Definitions::campaigns)
                .flatMap(List::stream)
                .filter(campaign -> campaign.key().equals(identity.key()))
                .findFirst();
    }

    /** Its name on SeaX, while the definition still has the name that was sent. */
    private Optional<String> name() {
        var attempted = store.load()
                .flatMap(lock -> lock.entry(identity))
                .map(entry -> entry.attempt())
                .orElseThrow();
        return defined()
                .filter(campaign -> !Fingerprint.of(campaign)
                        .differences(attempted.fingerprint())
                        .contains(Fingerprint.NAME))
                .map(Campaign::name)
                .map(name -> name + attempted.marker().suffix());
    }
}
