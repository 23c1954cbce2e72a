package dev.muster.ci.player;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** What a run says of itself: to expressions as {@code github}, to processes in their environment. */
record RunContext(FakeHub hub, WorkflowEvent event, String workflow, long id, int attempt) {
    Map<String, Object> github() {
        var github = new HashMap<String, Object>(texts());
        github.put("event", event.context());
        return github;
    }

    private Map<String, String> texts() {
        var texts = new HashMap<>(event.branches());
        texts.put("event_name", event.name());
        texts.put("repository", FakeHub.NAME);
        texts.put("repository_owner", FakeHub.NAME.replaceFirst("/.*", ""));
        texts.put("ref", event.ref());
        texts.put("sha", event.sha());
        texts.put("run_id", String.valueOf(id));
        texts.put("run_attempt", String.valueOf(attempt));
        texts.put("server_url", hub.url());
        texts.put("api_url", hub.url() + "/api/v3");
        texts.put("graphql_url", hub.url() + "/api/graphql");
        texts.put("workflow", workflow);
        return texts;
    }

    Map<String, String> variables() {
        var variables = new HashMap<String, String>();
        texts().forEach((name, text) -> variables.put("GITHUB_" + name.toUpperCase(Locale.ROOT), text));
        variables.putAll(Map.of(
                "CI", "true",
                "GITHUB_ACTIONS", "true",
                "GITHUB_EVENT_PATH", eventFile().toString(),
                "RUNNER_OS", "Linux",
                "USER", "runner",
                "LANG", "C.UTF-8",
                "PATH", System.getenv("PATH")));
        return variables;
    }

    private Path eventFile() {
        var payload = new TreeMap<>(event.payload());
        payload.put("repository", Map.of("full_name", FakeHub.NAME, "default_branch", "main", "private", true));
        return HubFiles.write(
                hub.place().resolve("event-" + id + ".json"), new JsonMapper().writeValueAsString(payload));
    }
}
