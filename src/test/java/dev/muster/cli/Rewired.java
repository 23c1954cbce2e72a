package dev.muster.cli;

import dev.muster.apply.CampaignSender;
import dev.muster.cli.env.Connection;
import dev.muster.cli.env.Connector;
import dev.muster.outcome.Deliveries;
import dev.muster.resolve.Workspace;
import java.util.function.UnaryOperator;

/** Connectors that make the real connections but for one port. */
public final class Rewired {
    private Rewired() {}

    public static Connector workspace(Connector real, UnaryOperator<Workspace> other) {
        return with(real, other, UnaryOperator.identity(), UnaryOperator.identity());
    }

    public static Connector sender(Connector real, UnaryOperator<CampaignSender> other) {
        return with(real, UnaryOperator.identity(), other, UnaryOperator.identity());
    }

    public static Connector deliveries(Connector real, UnaryOperator<Deliveries> other) {
        return with(real, UnaryOperator.identity(), UnaryOperator.identity(), other);
    }

    private static Connector with(
            Connector real,
            UnaryOperator<Workspace> workspace,
            UnaryOperator<CampaignSender> sender,
            UnaryOperator<Deliveries> deliveries) {
        return (settings, campaigns, surroundings) -> {
            var connection = real.connect(settings, campaigns, surroundings);
            return new Connection(
                    workspace.apply(connection.workspace()),
                    sender.apply(connection.sender()),
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
