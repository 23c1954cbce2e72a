package dev.muster.cli.resolve;

import dev.muster.cli.command.CommandContext;
import dev.muster.cli.command.EntrySelector;
import dev.muster.cli.command.RootCommand;
import dev.muster.cli.env.ExitCode;
import dev.muster.cli.record.RescueFile;
import dev.muster.diagnostic.UsageException;
import dev.muster.doubt.Tolerance;
import dev.muster.lock.Lock;
import dev.muster.lock.LockEntry;
import dev.muster.model.CampaignKey;
import dev.muster.model.RemoteId;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/**
 * {@code muster resolve}: looks on SeaX and records what it proves; where it proves nothing, shows the evidence, or takes one
 * of three answers of a person. Sends nothing.
 */
@Command(
        name = "resolve",
        description = "End the doubt about a send: by what SeaX shows, or by your answer. Sends nothing.")
public final class ResolveCommand implements Callable<Integer> {
    @ParentCommand
    private RootCommand root;

    @Parameters(
            paramLabel = "KEY",
            converter = EntrySelector.Converter.class,
            description = "The campaign in doubt, or a single message such as send/20261130T090000Z/1f0c9a2e.")
    private EntrySelector subject;

    @ArgGroup
    private @Nullable Answer answer;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; it stays in the lock.")
    private @Nullable String reason;

    @Option(
            names = "--name-differs",
            description = "With --sent: accept another name, with or without the marker, as after a renaming. Any other"
                    + " difference is refused.")
    private boolean nameDiffers;

    @Option(
            names = "--differs",
            description =
                    "With --sent: accept every difference, of the name too. The lock keeps what differs. A campaign that is"
                            + " recorded for another send is refused all the same.")
    private boolean differs;

    @Option(names = "--wait", description = "Look again after 30 s, 2, 5 and 15 minutes while SeaX does not show it.")
    private boolean wait;

    /** Exactly one of them. */
    static final class Answer {
        @Option(names = "--sent", paramLabel = "ID", description = "It was sent, as this campaign of SeaX.")
        private @Nullable RemoteId sent;

        @Option(names = "--not-sent", description = "It was not sent.")
        @SuppressWarnings("UnusedVariable") // read by being the one that is left
        private boolean notSent;

        @Option(names = "--abandon", description = "Nobody will ever know; give this generation up.")
        private boolean abandon;

        @Option(
                names = "--accept",
                description = "It was sent, and what SeaX did otherwise than asked was seen to: `status` and `plan` say"
                        + " it no more.")
        private boolean accept;
    }

    @Override
    public Integer call() {
        if (answer != null) {
            requireReason();
        }
        var session = root.session();
        var project = session.project();
        var settings = session.settings(project);
        try (var connection = session.connect(settings)) {
            var store = session.lockStore(settings, connection);
            var unfed = new RescueFile(session, settings.name()).unfed(store.load());
            if (unfed.isPresent()) {
                return new ResolveOutput(session).unfed(unfed.get()).number();
            }
            if (subject instanceof EntrySelector.OfSingle single) {
                return single(new ResolveMessageOperation(session, connection, store, single.identity()))
                        .number();
            }
            var key = ((EntrySelector.OfCampaign) subject).key();
            var acceptance = new AcceptOperation(session, connection, store, key);
            if (answer != null && answer.accept) {
                return acceptance.accept(String.valueOf(reason)).number();
            }
            if (answer == null && !isOpen(key, store.load()) && acceptance.isNeeded()) {
                return acceptance.show().number();
            }
            var open = open(key, store.load());
            var resolving = new ResolveOperation(session, connection, store, open.identity());
            if (answer == null) {
                tellWhatWasLeft(session, settings.name());
                return (wait ? resolving.lookAgainAndAgain() : resolving.look()).number();
            }
            return answered(resolving, answer, String.valueOf(reason)).number();
        }
    }

    /** A run that died on this machine left what SeaX answered; nobody else has it. */
    private static void tellWhatWasLeft(CommandContext session, String workspace) {
        var name = workspace + ".lock.answers";
        if (Files.isRegularFile(session.campaigns().resolve(name), LinkOption.NOFOLLOW_LINKS)) {
            session.console()
                    .complain("Look into " + session.campaignsAsTyped().resolve(name)
                            + ": a run that ended early left in it what SeaX answered. Keep the file until the doubt is"
                            + " ended.");
        }
    }

    private ExitCode single(ResolveMessageOperation resolving) {
        if (answer == null) {
            return resolving.look();
        }
        var why = String.valueOf(reason);
        if (answer.sent != null) {
            return resolving.sent(answer.sent, why);
        }
        if (answer.accept) {
            return resolving.accept(why);
        }
        return answer.abandon ? resolving.abandon(why) : resolving.notSent(why);
    }

    private ExitCode answered(ResolveOperation resolving, Answer chosen, String why) {
        if (chosen.sent != null) {
            return resolving.sent(chosen.sent, tolerance(), why);
        }
        return chosen.abandon ? resolving.abandon(why) : resolving.notSent(why);
    }

    private Tolerance tolerance() {
        var name = nameDiffers ? Tolerance.OTHER_NAME : Tolerance.NOTHING;
        return differs ? Tolerance.EVERYTHING : name;
    }

    private static boolean isOpen(CampaignKey key, Optional<Lock> lock) {
        return lock.stream().flatMap(record -> record.generations(key)).anyMatch(LockEntry::isOpen);
    }

    private static LockEntry open(CampaignKey key, Optional<Lock> lock) {
        var entries = lock.stream().flatMap(record -> record.generations(key)).toList();
        return entries.stream()
                .filter(LockEntry::isOpen)
                .findFirst()
                .or(() -> entries.stream()
                        .filter(LockEntry.Rejected.class::isInstance)
                        .findFirst())
                .orElseThrow(() -> new UsageException("there is no doubt about " + key + " to resolve"));
    }

    private void requireReason() {
        if (reason == null || reason.isBlank()) {
            throw new UsageException("give the reason with --reason \"…\"; it stays in the lock");
        }
    }
}
