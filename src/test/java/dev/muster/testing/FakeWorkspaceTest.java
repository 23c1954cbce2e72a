package dev.muster.testing;

import dev.muster.resolve.Workspace;

class FakeWorkspaceTest extends WorkspaceContract {
    @Override
    public Workspace workspace() {
        return Worlds.small();
    }
}
