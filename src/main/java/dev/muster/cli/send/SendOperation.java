package dev.muster.cli.send;

import dev.muster.apply.MessageApplier;
import dev.muster.apply.SingleEffect;
import dev.muster.cli.command.CommandContext;
import dev.muster.cli.command.Masking;
import dev.muster.cli.command.SendRefusedException;
import dev.muster.cli.env.ExitCode;
import dev.muster.cli.env.WorkspaceClient;
import dev.muster.cli.record.LockDurabilityCheck;
import dev.muster.cli.record.RescueFile;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.Severity;
import dev.muster.doubt.Reconciler;
import dev.muster.lock.EntryState;
import dev.muster.lock.Lock;
import dev.muster.lock.LockException;
import dev.muster.lock.LockStore;
import dev.muster.lock.MessageEntry;
import dev.muster.model.KeyedHash;
import dev.muster.model.Phone;
import dev.muster.model.SingleMessage;
import dev.muster.model.project.WorkspaceSettings;
import dev.muster.number.Account;
import dev.muster.report.json.SingleJson;
import dev.muster.report.text.FindingsText;
import dev.muster.report.text.SingleText;
import java.util.List;
import java.util.Optional;

/** One message to one person: whether it was sent before, who says yes, the exclusive run, and what is said about it. */
record SendOperation(
        CommandContext session, WorkspaceSettings settings, WorkspaceClient connection, SendPreconditions clearance) {

    /** What the command line says yes to. */
    record Consent(Optional<Integer> confirmed, boolean again, boolean despiteWarnings) {}

    /** A message that nothing speaks against so far, and what was found of its recipient. */
    private record Ready(SingleMessage message, String likeness, String checked, List<Diagnostic> findings) {
        static Ready of(SingleMessage message, KeyedHash hash, String checked, List<Diagnostic> findings) {
            var person = new Account(message.to()).likely();
            return new Ready(message, message.likeness(hash, person.number()), checked, findings);
        }

        boolean hasWarnings() {
            return findings.stream().anyMatch(finding -> finding.severity() == Severity.WARNING);
        }
    }

    ExitCode run(SingleDraft draft, Consent consent) {
        try {
            var store = session.lockStore(settings, connection);
            var lock = store.look().orRefuse();
            var ready = ready(draft, lock);
            var earlier = earlier(lock, ready);
            show(ready);
            requireAgain(earlier, consent);
            requireSeen(ready, consent);
            requireConfirmed(consent);
            return send(ready, store, earlier);
        } catch (SendRefusedException declined) {
            return declined(declined);
        }
    }

    private Ready ready(SingleDraft draft, Optional<Lock> lock) {
        var path = clearance.path();
        var forgetful = new LockDurabilityCheck(session, settings)
                .refusal(lock)
                .or(() -> new RescueFile(session, settings.name()).unfed(lock));
        if (forgetful.isPresent()) {
            throw new SendRefusedException(forgetful.get());
        }
        var message = draft.from(clearance.sender(draft.from()), path);
        var checked = clearance.recipient(message);
        return Ready.of(message, connection.hash(), checked, readable(draft, message.from()));
    }

    /** What is said of the sender and the text, if nothing of it stops the message. */
    private List<Diagnostic> readable(SingleDraft draft, Phone sender) {
        var findings = clearance.findings(draft, sender);
        if (!session.json()) {
            findings.forEach(finding ->
                    session.console().complain(FindingsText.one(finding).stripTrailing()));
        }
        if (findings.stream().anyMatch(Diagnostic::stops)) {
            throw new SendRefusedException(
                    "the message must not be sent as it is: " + FindingsText.summary(findings), findings);
        }
        return findings;
    }

    private Optional<MessageEntry> earlier(Optional<Lock> lock, Ready ready) {
        var asWritten = ready.message().likenessAsWritten(connection.hash());
        return lock.flatMap(record -> record.singles().repeatedBy(List.of(ready.likeness(), asWritten)));
    }

    private void show(Ready ready) {
        if (!session.json()) {
            var to = Masking.number(ready.message().to());
            session.console().product(SingleText.before(settings.name(), ready.message(), to, ready.checked()));
        }
    }

    /** Sending again is for a person to decide who knows what became of the first; of a doubt nobody does. */
    private void requireAgain(Optional<MessageEntry> earlier, Consent consent) {
        if (earlier.isEmpty()) {
            return;
        }
        var what = SingleText.earlier(earlier.get());
        if (earlier.get().isOpen()) {
            throw new SendRefusedException(what + "; find out first: " + SingleText.resolve(earlier.get()));
        }
        if (consent.again()) {
            return;
        }
        var typed = session.console().ask(what + ". Type again to send it once more: ");
        if (typed.filter("again"::equals).isEmpty()) {
            throw new SendRefusedException(what + "; to send it once more, give --again");
        }
    }

    /** Who is asked has read the warnings; who confirmed beforehand has not. */
    private static void requireSeen(Ready ready, Consent consent) {
        if (ready.hasWarnings() && consent.confirmed().isPresent() && !consent.despiteWarnings()) {
            throw new SendRefusedException(
                    "correct the message; to send it with its warnings, give --despite-warnings", ready.findings());
        }
    }

    private void requireConfirmed(Consent consent) {
        var confirmed = consent.confirmed()
                .map(String::valueOf)
                .or(() -> session.console().ask("This cannot be undone. Type 1 to send it: "));
        if (confirmed.filter("1"::equals).isEmpty()) {
            throw new SendRefusedException("nobody has confirmed the message: --confirm 1");
        }
    }

    private ExitCode send(Ready ready, LockStore store, Optional<MessageEntry> earlier) {
        session.console().requireWritten();
        var interruption = session.surroundings().interruption();
        interruption.begin();
        try {
            return told(carryOut(ready, store, earlier), ready.findings());
        } finally {
            interruption.finish();
        }
    }

    private SingleEffect carryOut(Ready ready, LockStore store, Optional<MessageEntry> earlier) {
        var effect = Optional.<SingleEffect>empty();
        var who = session.who();
        var surroundings = session.surroundings();
        try (var run = store.begin(who)) {
            if (!earlier(Optional.of(run.lock()), ready).equals(earlier)) {
                throw new SendRefusedException("another run sent the same text to the same number meanwhile");
            }
            new Reconciler(connection.lookout(), run, who.id()).reconcileMessages();
            var messenger = new MessageApplier(
                    run,
                    who,
                    connection.messages(),
                    connection.clock(),
                    surroundings.ids(),
                    surroundings.interruption());
            effect = Optional.of(messenger.send(ready.message(), ready.likeness()));
        } catch (LockException unclosed) {
            session.console().error(String.valueOf(unclosed.getMessage()));
            // what was done is durable already; that the run could not be closed must not hide it
            return effect.orElseThrow(() -> unclosed);
        }
        return effect.orElseThrow();
    }

    private ExitCode told(SingleEffect effect, List<Diagnostic> findings) {
        var code = code(effect);
        if (session.json()) {
            session.console().product(SingleJson.of(effect, findings, code.number()));
        } else {
            session.console().product(SingleText.of(effect));
        }
        return code;
    }

    private ExitCode code(SingleEffect effect) {
        if (effect instanceof SingleEffect.Recorded recorded) {
            var entry = recorded.entry();
            if (entry.isOpen() || !entry.anomalies().isEmpty()) {
                return ExitCode.DOUBT;
            }
            return entry.state() == EntryState.CONFIRMED ? ExitCode.OK : stopped(ExitCode.ERROR);
        }
        return effect instanceof SingleEffect.NotRecorded ? ExitCode.DOUBT : stopped(ExitCode.ERROR);
    }

    private ExitCode stopped(ExitCode otherwise) {
        return session.surroundings().interruption().isRaised() ? ExitCode.INTERRUPTED : otherwise;
    }

    private ExitCode declined(SendRefusedException declined) {
        var why = String.valueOf(declined.getMessage());
        if (session.json()) {
            session.console().product(SingleJson.declined(why, declined.findings(), ExitCode.REFUSED.number()));
        }
        session.console().error(why);
        session.console().complain("Nothing was sent.");
        return ExitCode.REFUSED;
    }
}
