package dev.muster.ci.player;

import dev.muster.ci.Workflow;
import java.util.Map;

/** What a workflow or a job says of others of its group: that it waits for them, or that they end. */
record Concurrency(String group, boolean cancelsOthers) {
    static Concurrency of(Map<?, ?> body, Scope scope) {
        var named = Workflow.map(body.get("concurrency"));
        return new Concurrency(
                Expression.fill(Workflow.text(named, "group"), scope),
                Workflow.text(named, "cancel-in-progress").equals("true"));
    }

    boolean excludes(Concurrency other) {
        return !group.isEmpty() && group.equals(other.group());
    }
}
