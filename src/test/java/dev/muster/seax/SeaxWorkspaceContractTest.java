package dev.muster.seax;

import dev.muster.resolve.Workspace;
import dev.muster.testing.WorkspaceContract;
import dev.muster.testing.Worlds;
import org.junit.jupiter.api.AfterEach;

class SeaxWorkspaceContractTest extends WorkspaceContract {
    private final SeaxServer server = new SeaxServer(Worlds.small()).pageCap(2);
    private final SeaxWorkspace workspace = server.workspace();

    @AfterEach
    void close() {
        workspace.close();
        server.close();
    }

    @Override
    public Workspace workspace() {
        return workspace;
    }
}
