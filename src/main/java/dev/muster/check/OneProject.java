package dev.muster.check;

import dev.muster.definition.Document;
import dev.muster.definition.Documents;
import dev.muster.definition.Kind;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.Place;
import dev.muster.diagnostic.ProjectRule;
import java.util.List;

/**
 * A folder has exactly one project. With none there is no policy; with two, nobody could say which exclusions hold.
 */
final class OneProject implements Check {
    @Override
    public List<Diagnostic> check(Documents documents) {
        var projects = documents.of(Kind.PROJECT).toList();
        if (projects.isEmpty() && documents.complete()) {
            return List.of(ProjectRule.MISSING.at(Place.NOWHERE, "no file has `kind: project`"));
        }
        return projects.stream()
                .skip(1)
                .map(second -> twice(projects.get(0), second))
                .toList();
    }

    private static Diagnostic twice(Document first, Document second) {
        return ProjectRule.TWICE.at(second.place(), "this is a second project; the first is " + first.place());
    }
}
