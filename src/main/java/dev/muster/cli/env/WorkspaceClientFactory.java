package dev.muster.cli.env;

import dev.muster.model.project.WorkspaceSettings;
import java.nio.file.Path;

/** Opens the way to a workspace. The real one starts the sandbox or makes a SeaX client; tests put their own in its place. */
@FunctionalInterface
public interface WorkspaceClientFactory {
    WorkspaceClient connect(WorkspaceSettings settings, Path campaigns, ProgramEnvironment surroundings);
}
