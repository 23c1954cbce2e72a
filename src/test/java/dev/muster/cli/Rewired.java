package dev.muster.cli;

import dev.muster.apply.CampaignSender;
import dev.muster.cli.env.WorkspaceClient;
import dev.muster.cli.env.WorkspaceClientFactory;
import dev.muster.outcome.Deliveries;
import dev.muster.resolve.Workspace;
import java.util.function.UnaryOperator;

/** Connectors that make the real connections but for one port. */
public final class Rewired {
    private Rewired() {}

    public static WorkspaceClientFactory workspace(WorkspaceClientFactory real, UnaryOperator<Workspace> other) {
        return with(real, other, UnaryOperator.identity(), UnaryOperator.identity());
    }

    public static WorkspaceClientFactory sender(WorkspaceClientFactory real, UnaryOperator<CampaignSender> other) {
        return with(real, UnaryOperator.identity(), other, UnaryOperator.identity());
    }

    public static WorkspaceClientFactory deliveries(WorkspaceClientFactory real, UnaryOperator<Deliveries> other) {
        return with(real, UnaryOperator.identity(), UnaryOperator.identity(), other);
    }

    private static WorkspaceClientFactory with(
            WorkspaceClientFactory real,
            UnaryOperator<Workspace> workspace,
            UnaryOperator<CampaignSender> sender,
            UnaryOperator<Deliveries> deliveries) {
        return (settings, campaigns, surroundings) -> {
            var connection = real.connect(settings, campaigns, surroundings);
            return new WorkspaceClient(
                    workspace.apply(connection.workspace()),
                    sender.apply(connection.sender()),
                    connection.parts(),
                    connection.messages(),
                    connection.labels(),
                    connection.importer(),
                    deliveries.apply(connection.deliveries()),
                    connection.clock(),
                    connection.pause(),
                    connection.hash(),
                    connection.closing());
        };
    }
}
