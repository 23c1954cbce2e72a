package dev.muster.cli.command;

import dev.muster.cli.env.ExitCode;
import dev.muster.diagnostic.EnvironmentException;
import dev.muster.report.Listing;
import dev.muster.resolve.Workspace;
import java.util.function.Function;

/** What the commands that list the workspace's things have in common. */
public final class Listings {
    private Listings() {}

    public static int print(CommandContext session, Function<Workspace, Listing> query) {
        var settings = session.settings(session.project());
        try (var connection = session.connect(settings)) {
            var listing = query.apply(connection.workspace());
            session.console().product(session.json() ? listing.json() : listing.text());
            return ExitCode.OK.number();
        }
    }

    public static void require(boolean capable, String things) {
        if (!capable) {
            throw new EnvironmentException("this workspace's API cannot list " + things);
        }
    }
}
