package dev.muster.simulation;

import dev.muster.definition.Definitions;
import dev.muster.diagnostic.Places;
import dev.muster.model.Campaign;
import dev.muster.model.project.Policy;
import dev.muster.model.project.Project;
import dev.muster.model.project.WorkspaceSettings;
import dev.muster.testing.Records;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The definitions as their authors leave them: each campaign may be edited, and sent again in a new generation. */
final class Newsroom {
    private final Map<String, Integer> edits = new TreeMap<>();
    private final Map<String, Integer> generations = new TreeMap<>();

    Newsroom(int campaigns) {
        List.of("a", "b", "c").subList(0, campaigns).forEach(this::add);
    }

    void add(String key) {
        edits.put(key, 0);
        generations.put(key, 1);
    }

    void edit(String key) {
        edits.merge(key, 1, Integer::sum);
    }

    void editAll() {
        edits.keySet().forEach(this::edit);
    }

    void raise(String key) {
        generations.merge(key, 1, Integer::sum);
    }

    List<String> keys() {
        return List.copyOf(edits.keySet());
    }

    String identity(String key) {
        return key + "/" + generations.get(key);
    }

    Definitions definitions(WorkspaceSettings settings, Policy policy, UnaryOperator<Campaign> written) {
        var campaigns = keys().stream()
                .map(key -> written.apply(Records.campaign(identity(key), key + " " + edits.get(key))))
                .toList();
        var project =
                new Project(Records.WORKSPACE.name(), Map.of(Records.WORKSPACE.name(), settings), policy, List.of());
        return new Definitions(project, campaigns, new Places(Map.of()));
    }
}
