package dev.muster.model.project;

import java.util.List;
import java.util.Map;

/**
 * The project file: the workspaces that may be sent to, the policy for all of them, and the numbers to which a campaign's
 * message may be sent as a test.
 */
public record Project(
        String defaultWorkspace,
        Map<String, WorkspaceSettings> workspaces,
        Policy policy,
        List<String> testRecipients) {
    public Project {
        workspaces = Map.copyOf(workspaces);
        testRecipients = List.copyOf(testRecipients);
    }

    /** The numbers are people's: none of them is ever shown. */
    @Override
    public String toString() {
        return "Project[" + defaultWorkspace + "]";
    }
}
