package dev.muster.cli;

import dev.muster.cli.env.DefaultClientFactory;
import dev.muster.cli.env.ProgramEnvironment;
import dev.muster.cli.env.SandboxClock;
import dev.muster.cli.env.WorkspaceClient;
import dev.muster.cli.env.WorkspaceClientFactory;
import dev.muster.http.RetryDelay;
import dev.muster.model.project.WorkspaceSettings;
import dev.muster.sandbox.http.Sandbox;
import dev.muster.seax.ApiKey;
import dev.muster.seax.SeaxConnector;
import dev.muster.seax.SeaxEndpoint;
import java.nio.file.Path;
import java.util.Random;

/** Every workspace of a story is its sandbox, reached over real HTTP by the production client; only waiting takes no time. */
public final class StoryConnector implements WorkspaceClientFactory {
    private static final RetryDelay NO_TIME = duration -> {};

    private final Sandbox sandbox;

    public StoryConnector(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public WorkspaceClient connect(WorkspaceSettings settings, Path campaigns, ProgramEnvironment surroundings) {
        if (settings.host() instanceof WorkspaceSettings.Remote remote) {
            DefaultClientFactory.key(remote.key(), surroundings);
        }
        var endpoint =
                new SeaxEndpoint(sandbox.baseUrl().toString(), sandbox.workspaceId(), ApiKey.of(sandbox.apiKey()));
        var workspace = SeaxConnector.workspace(endpoint, System::getProperty, NO_TIME, new Random(1));
        var sender = SeaxConnector.sender(endpoint, System::getProperty);
        return new WorkspaceClient(
                workspace,
                sender,
                SeaxConnector.parts(endpoint, System::getProperty),
                SeaxConnector.messages(endpoint, System::getProperty),
                SeaxConnector.receiptLabels(endpoint, workspace, System::getProperty),
                SeaxConnector.importer(endpoint, System::getProperty, workspace),
                workspace,
                new SandboxClock(sandbox::now),
                sandbox::advance,
                endpoint.rosterHash(),
                workspace::close);
    }
}
