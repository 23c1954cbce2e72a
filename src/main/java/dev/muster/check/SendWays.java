package dev.muster.check;

import dev.muster.definition.Block;
import dev.muster.definition.Document;
import dev.muster.definition.Documents;
import dev.muster.definition.ProjectDefinition.Workspace;
import dev.muster.model.SendBy;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How the people of each campaign are found: as the campaign says, else as all workspaces of the project say. A message is
 * of one way, so a campaign cannot be of one way in this workspace and of another in the next.
 */
record SendWays(Documents documents) {
    /** Empty when it could not be read, or when the campaign says nothing and the workspaces differ. */
    Optional<SendBy> of(Document campaign) {
        var own = campaign.root();
        return own.isBound("sendBy") ? own.part("sendBy", SendBy.class).or(this::ofWorkspaces) : Optional.empty();
    }

    private Optional<SendBy> ofWorkspaces() {
        var ways = eachWorkspace().toList();
        return ways.isEmpty() || ways.stream().distinct().count() > 1 ? Optional.empty() : ways.get(0);
    }

    /** Whether workspaces say different things. */
    boolean differ() {
        return eachWorkspace().flatMap(Optional::stream).distinct().count() > 1;
    }

    /** The names of the workspaces of a way, in the order of their file. */
    List<String> workspaces(SendBy way) {
        return documents
                .blocks(Workspace.class)
                .filter(workspace -> way(workspace).filter(way::equals).isPresent())
                .map(SendWays::name)
                .toList();
    }

    static String name(Block<Workspace> workspace) {
        return workspace.path().substring(workspace.path().lastIndexOf('.') + 1);
    }

    private Stream<Optional<SendBy>> eachWorkspace() {
        var ways = documents.blocks(Workspace.class).map(SendWays::way).toList();
        return ways.isEmpty() ? Stream.of(Optional.of(SendBy.LABELS)) : ways.stream();
    }

    private static Optional<SendBy> way(Block<Workspace> workspace) {
        return workspace.isBound("sendBy")
                ? workspace.part("sendBy", SendBy.class).or(() -> Optional.of(SendBy.LABELS))
                : Optional.empty();
    }
}
