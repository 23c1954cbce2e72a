package dev.muster.definition;

import dev.muster.diagnostic.Places;
import dev.muster.model.Campaign;
import dev.muster.model.project.Policy;
import dev.muster.model.project.Project;
import java.util.List;

/**
 * All that a folder defines, with references followed and defaults applied: campaigns sorted by key. Places are found by
 * {@code holiday-sale-2026.audience.any} and {@code project.policy.max_reach}, also where a part stands in a document of
 * its own.
 */
public record Definitions(Project project, List<Campaign> campaigns, Places places) {
    public Definitions {
        campaigns = List.copyOf(campaigns);
    }

    /** The same, with the exclusions of another policy added. */
    public Definitions excludingToo(Policy other) {
        var policy = project.policy().excludingToo(other);
        return new Definitions(
                new Project(project.defaultWorkspace(), project.workspaces(), policy, project.testRecipients()),
                campaigns,
                places);
    }
}
