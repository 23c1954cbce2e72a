package dev.muster.cli;

import dev.muster.lock.Lock;
import dev.muster.lock.LockEntry;
import dev.muster.model.CampaignIdentity;
import dev.muster.model.CampaignKey;
import dev.muster.model.RemoteCampaign;
import dev.muster.outcome.Doubt;
import dev.muster.report.Listing;
import dev.muster.resolve.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code muster status}: what SeaX says now of the campaigns in the lock. Reads only. */
@Command(
        name = "status",
        description = "Show how the sent campaigns are doing. Exits with 6 while an outcome is unknown.")
final class StatusCommand implements Callable<Integer> {
    private static final List<String> COLUMNS =
            List.of("campaign", "state", "id", "status", "messages", "sent", "delivered", "read", "failed", "replied");

    @ParentCommand
    private MusterCommand root;

    @Parameters(
            paramLabel = "KEY",
            description = "Only these campaigns (default: all).",
            converter = KeyConverter.class)
    private List<CampaignKey> keys = List.of();

    @Override
    public Integer call() {
        var session = root.session();
        var settings = session.settings(session.project());
        try (var connection = session.connect(settings)) {
            var lock = session.lockStore(settings, connection).load();
            var entries = lock.stream()
                    .map(Lock::entries)
                    .flatMap(map -> map.values().stream())
                    .filter(entry ->
                            keys.isEmpty() || keys.contains(entry.identity().key()))
                    .toList();
            var doubts = doubts(lock, entries, connection);
            var rows = entries.stream()
                    .map(entry -> row(entry, connection.workspace(), doubts))
                    .toList();
            var listing = new Listing("campaigns", COLUMNS, rows);
            session.console().product(session.json() ? listing.json() : listing.text());
            return (entries.stream().anyMatch(LockEntry::isOpen) ? ExitCode.DOUBT : ExitCode.OK).number();
        }
    }

    private static Map<CampaignIdentity, Doubt> doubts(
            Optional<Lock> lock, List<LockEntry> entries, Connection connection) {
        return lock.map(record -> Lookout.on(connection).doubts(record, entries)).orElse(List.of()).stream()
                .collect(Collectors.toMap(doubt -> doubt.entry().identity(), doubt -> doubt));
    }

    private static List<Object> row(LockEntry entry, Workspace workspace, Map<CampaignIdentity, Doubt> doubts) {
        var head = Stream.<Object>of(entry.identity(), entry.state());
        if (entry instanceof LockEntry.Confirmed confirmed) {
            var remote = workspace.campaign(confirmed.remote().id());
            return Stream.concat(head, now(confirmed, remote)).toList();
        }
        var open = Optional.ofNullable(doubts.get(entry.identity()));
        var known = open.map(StatusCommand::open).orElse(List.of("", "")).stream();
        return Stream.of(head, known, Stream.<Object>generate(() -> "").limit(COLUMNS.size() - 4L))
                .flatMap(part -> part)
                .toList();
    }

    /** What SeaX shows of a send whose outcome is unknown: under which ids, and what that means. */
    private static List<Object> open(Doubt doubt) {
        var ids = doubt.found().stream().map(campaign -> campaign.id().value()).collect(Collectors.joining(" "));
        if (doubt.isHeld()) {
            return List.of(ids, "a run may still be at it");
        }
        return List.of(ids, ids.isEmpty() ? "not found, no proof" : "found, not recorded yet");
    }

    private static Stream<Object> now(LockEntry.Confirmed confirmed, Optional<RemoteCampaign> remote) {
        var numbers = Stream.of("sent", "delivered", "read", "failed", "replied")
                .map(name -> remote.map(campaign -> campaign.statistics().get(name))
                        .<Object>map(count -> count)
                        .orElse(""));
        var head = Stream.<Object>of(
                confirmed.remote().id().value(),
                remote.map(RemoteCampaign::status).orElse("not on SeaX"),
                confirmed.attempt().audience().messages());
        return Stream.concat(head, numbers);
    }
}
