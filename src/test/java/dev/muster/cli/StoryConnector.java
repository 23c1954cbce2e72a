package dev.muster.cli;

import dev.muster.cli.env.Connection;
import dev.muster.cli.env.Connections;
import dev.muster.cli.env.Connector;
import dev.muster.cli.env.SandboxClock;
import dev.muster.cli.env.Surroundings;
import dev.muster.model.project.WorkspaceSettings;
import dev.muster.sandbox.http.Sandbox;
import dev.muster.seax.ApiKey;
import dev.muster.seax.Pause;
import dev.muster.seax.Seax;
import dev.muster.seax.SeaxEndpoint;
import java.nio.file.Path;
import java.util.Random;

/** Every workspace of a story is its sandbox, reached over real HTTP by the production client; only waiting takes no time. */
public final class StoryConnector implements Connector {
    private static final Pause NO_TIME = duration -> {};

    private final Sandbox sandbox;

    public StoryConnector(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public Connection connect(WorkspaceSettings settings, Path campaigns, Surroundings surroundings) {
        if (settings.host() instanceof WorkspaceSettings.Remote remote) {
            Connections.key(remote.key(), surroundings);
        }
        var endpoint =
                new SeaxEndpoint(sandbox.baseUrl().toString(), sandbox.workspaceId(), ApiKey.of(sandbox.apiKey()));
        var workspace = Seax.workspace(endpoint, System::getProperty, NO_TIME, new Random(1));
        var sender = Seax.sender(endpoint, System::getProperty);
        return new Connection(
                workspace,
                sender,
                Seax.messages(endpoint, System::getProperty),
                Seax.receiptLabels(endpoint, workspace, System::getProperty),
                Seax.importer(endpoint, System::getProperty, workspace),
                workspace,
                new SandboxClock(sandbox::now),
                sandbox::advance,
                endpoint.rosterHash(),
                workspace::close);
    }
}
