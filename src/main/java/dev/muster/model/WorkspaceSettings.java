package dev.muster.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** How one SeaX workspace is reached and what is known of it before asking. It never holds an API key. */
public record WorkspaceSettings(
        String name,
        Host host,
        Dialect api,
        LockSettings lock,
        Duration horizon,
        Map<LabelName, LabelId> labels,
        Optional<String> acceptUnverifiedAudiences,
        Optional<OpenApiAccount> account) {
    /** How far ahead SeaX accepts a start time (OpenAPI document: up to seven days). */
    public static final Duration DEFAULT_HORIZON = Duration.ofDays(7);

    public WorkspaceSettings {
        labels = Map.copyOf(labels);
    }

    /** Where the workspace is. */
    public sealed interface Host {}

    /** The embedded sandbox, with a clock that starts at {@code clock} and moves only when told to. */
    public record Sandbox(Instant clock) implements Host {}

    /** SeaX itself. {@code baseUrl} has no trailing slash; the key is read from the environment or a file. */
    public record Remote(String baseUrl, String workspaceId, KeySource key) implements Host {}

    /** Where the API key is read from; exactly one of the two. */
    public sealed interface KeySource {}

    /** The name of an environment variable that holds the key. */
    public record KeyFromEnvironment(String variable) implements KeySource {}

    /** The path of a file that holds the key, readable by its owner only. */
    public record KeyFromFile(String path) implements KeySource {}

    /** What the openapi dialect asks for besides the template: a messaging service and a WhatsApp account. */
    public record OpenApiAccount(String messageServiceId, String serviceAccountId) {}
}
