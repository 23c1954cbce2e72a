package dev.muster.model;

import java.util.Map;

/** The project file: the workspaces that may be sent to, and the policy for all of them. */
public record Project(String defaultWorkspace, Map<String, WorkspaceSettings> workspaces, Policy policy) {
    public Project {
        workspaces = Map.copyOf(workspaces);
    }
}
