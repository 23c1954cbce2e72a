package dev.muster.cli.lock;

import dev.muster.cli.command.CommandContext;
import dev.muster.cli.command.EntrySelector;
import dev.muster.cli.command.KeyConverter;
import dev.muster.cli.command.RootCommand;
import dev.muster.cli.env.ExitCode;
import dev.muster.cli.record.RescueImport;
import dev.muster.diagnostic.UsageException;
import dev.muster.lock.Lock;
import dev.muster.lock.LockEntry;
import dev.muster.lock.LockStore;
import dev.muster.model.CampaignKey;
import dev.muster.model.RemoteId;
import dev.muster.model.SingleIdentity;
import dev.muster.report.json.LockOutputJson;
import dev.muster.report.text.LockListing;
import dev.muster.report.text.LockText;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code muster lock}: the record of what was sent. */
@Command(
        name = "lock",
        description = "The record of what was sent.",
        subcommands = {
            LockCommand.Show.class,
            LockCommand.ListEntries.class,
            LockCommand.Verify.class,
            LockCommand.Adopt.class,
            LockCommand.Merge.class
        })
public final class LockCommand implements Runnable {
    @ParentCommand
    private RootCommand root;

    @Override
    public void run() {
        throw new UsageException("say what to do: muster lock show, list, verify, adopt or merge");
    }

    private interface Query {
        int answer(CommandContext session, Optional<Lock> lock);
    }

    private int ask(Query query) {
        return ask(CommandContext::recorded, query);
    }

    private int ask(BiFunction<CommandContext, LockStore, Optional<Lock>> load, Query query) {
        var session = root.session();
        var settings = session.settings(session.project());
        return query.answer(
                session,
                load.apply(
                        session,
                        session.lockStore(settings, session.surroundings().clock())));
    }

    /** {@code muster lock list}: a line per entry. */
    @Command(name = "list", description = "List the entries.")
    static final class ListEntries implements Callable<Integer> {
        @ParentCommand
        private LockCommand lock;

        @Override
        public Integer call() {
            return lock.ask((session, record) -> {
                var listing = LockListing.of(record);
                session.console().product(session.json() ? listing.json() : listing.text());
                return ExitCode.OK.number();
            });
        }
    }

    /** {@code muster lock show KEY}: everything about a campaign, with its history. */
    @Command(name = "show", description = "Show a campaign's entries with their history; without KEY, the whole lock.")
    static final class Show implements Callable<Integer> {
        @ParentCommand
        private LockCommand lock;

        @Parameters(
                paramLabel = "KEY",
                arity = "0..1",
                converter = EntrySelector.Converter.class,
                description = "The campaign, or a single message such as send/20261130T090000Z/1f0c9a2e.")
        private @Nullable EntrySelector subject;

        @Override
        public Integer call() {
            return lock.ask((session, record) -> subject instanceof EntrySelector.OfSingle single
                    ? single(session, record, single.identity())
                    : campaigns(
                            session,
                            record,
                            Optional.ofNullable((EntrySelector.OfCampaign) subject)
                                    .map(EntrySelector.OfCampaign::key)));
        }

        private static int single(CommandContext session, Optional<Lock> record, SingleIdentity identity) {
            var entry = record.flatMap(l -> l.singles().entry(identity))
                    .orElseThrow(() -> new UsageException("the lock has no entry for \"" + identity + "\""));
            session.console().product(session.json() ? LockOutputJson.of(entry) : LockText.single(entry));
            return ExitCode.OK.number();
        }

        private static int campaigns(CommandContext session, Optional<Lock> record, Optional<CampaignKey> chosen) {
            if (record.isPresent() && chosen.filter(k -> !record.get().has(k)).isPresent()) {
                throw new UsageException("the lock has no entry for \"" + chosen.get() + "\"");
            }
            session.console().product(session.json() ? LockOutputJson.of(record, chosen) : LockText.of(record, chosen));
            return ExitCode.OK.number();
        }
    }

    /** {@code muster lock verify}: loading checks everything there is to check. */
    @Command(name = "verify", description = "Check that the lock is as Muster wrote it and belongs to this workspace.")
    static final class Verify implements Callable<Integer> {
        @ParentCommand
        private LockCommand lock;

        @Override
        public Integer call() {
            return lock.ask((session, store) -> store.look().orRefuse(), (session, record) -> {
                var shared = record.map(Lock::sharedIds).orElse(List.of());
                session.console().product(LockText.verified(record, session.json()));
                shared.forEach(session.console()::error);
                boolean doubt = !shared.isEmpty()
                        || record.stream()
                                .flatMap(l -> l.entries().values().stream())
                                .anyMatch(LockEntry::isOpen)
                        || record.stream()
                                .flatMap(l -> l.singles().open())
                                .findAny()
                                .isPresent();
                return (doubt ? ExitCode.DOUBT : ExitCode.OK).number();
            });
        }
    }

    /** {@code muster lock adopt KEY}: records a campaign that SeaX has, so that it is never sent. */
    @Command(name = "adopt", description = "Record a campaign that SeaX has already, so that it is never sent.")
    static final class Adopt implements Callable<Integer> {
        @ParentCommand
        private LockCommand lock;

        @Parameters(paramLabel = "KEY", arity = "0..1", converter = KeyConverter.class, description = "The campaign.")
        private @Nullable CampaignKey key;

        @Option(
                names = "--rescue",
                paramLabel = "FILE",
                description = "Instead of KEY: record the outcome that an apply kept in FILE, or printed (-).")
        private @Nullable String rescue;

        @Option(
                names = "--id",
                paramLabel = "ID",
                description = "Its id on SeaX, where it does not bear the campaign's marker.")
        private @Nullable RemoteId id;

        @Option(
                names = "--differs",
                description =
                        "Accept every difference from the definition, of the name too. The lock keeps what differs. A campaign"
                                + " that is recorded already is refused all the same.")
        private boolean differs;

        @Option(names = "--reason", paramLabel = "TEXT", description = "With --differs: why; it stays in the lock.")
        private @Nullable String reason;

        @Override
        public Integer call() {
            if ((key == null) == (rescue == null)) {
                throw new UsageException("name a campaign, or give --rescue FILE");
            }
            if (differs == (reason == null || reason.isBlank())) {
                throw new UsageException("give --differs and --reason \"…\" together; the reason stays in the lock");
            }
            var session = lock.root.session();
            return rescue == null ? adopt(session, key) : feed(session, rescue);
        }

        private static int feed(CommandContext session, String file) {
            var settings = session.settings(session.project());
            return session.atClock(
                    settings,
                    clock -> new RescueImport(session, settings, session.lockStore(settings, clock))
                            .feed(file)
                            .number());
        }

        private int adopt(CommandContext session, @Nullable CampaignKey campaign) {
            var definitions = session.definitions();
            var settings = session.settings(definitions.project());
            try (var connection = session.connect(settings)) {
                var adoption = new AdoptOperation(session, settings, connection, definitions);
                return adoption.adopt(
                                Objects.requireNonNull(campaign), Optional.ofNullable(id), Optional.ofNullable(reason))
                        .number();
            }
        }
    }

    /** {@code muster lock merge}: joins two versions of the lock file that git could not merge. */
    @Command(
            name = "merge",
            description =
                    "Join two versions of the lock file, entry by entry. Without files: those of an unfinished merge"
                            + " in git. With one: the lock and OTHER. With three: as git gives them to a merge driver.")
    static final class Merge implements Callable<Integer> {
        @ParentCommand
        private LockCommand lock;

        @Parameters(
                paramLabel = "FILE",
                arity = "0..3",
                description = "Nothing; another version of the lock; or the common version, ours, and theirs.")
        private List<Path> files = List.of();

        @Mixin
        private MergeOptions options = new MergeOptions();

        @Override
        public Integer call() {
            var session = lock.root.session();
            var merging = new LockMergeOperation(session, options.decision(session));
            return switch (files.size()) {
                case 0 -> merging.unfinished();
                case 1 -> merging.with(files.get(0));
                case 3 -> merging.driver(files.get(0), files.get(1), files.get(2));
                default -> throw new UsageException("give no file, one, or three: the common version, ours, theirs");
            };
        }
    }
}
