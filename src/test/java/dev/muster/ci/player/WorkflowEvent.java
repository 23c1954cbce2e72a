package dev.muster.ci.player;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What starts a workflow, with GitHub's own name for it.
 *
 * @param payload what it says of itself, as in GitHub's "Webhook events and payloads"
 * @param ref the reference that is checked out unless a step says another one
 * @param sha the commit of it
 * @param branches {@code base_ref} and {@code head_ref} of a pull request
 * @param isFromFork whether a stranger's repository is where the change comes from: no secret is given then
 */
record WorkflowEvent(
        String name,
        Map<String, Object> payload,
        String ref,
        String sha,
        Map<String, String> branches,
        boolean isFromFork) {
    WorkflowEvent {
        payload = new TreeMap<>(payload);
        branches = Map.copyOf(branches);
    }

    static WorkflowEvent of(String name, Map<String, Object> payload, String ref, String sha) {
        return new WorkflowEvent(name, payload, ref, sha, Map.of(), false);
    }

    /** The payload as expressions see it: numbers have no kinds there. */
    Object context() {
        return plain(payload);
    }

    private static Object plain(Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(WorkflowEvent::plain).toList();
        }
        return value instanceof Map<?, ?> map
                ? map.entrySet().stream()
                        .collect(Collectors.toMap(
                                entry -> String.valueOf(entry.getKey()), entry -> plain(entry.getValue())))
                : value;
    }
}
