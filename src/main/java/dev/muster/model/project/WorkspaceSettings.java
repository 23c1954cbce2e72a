package dev.muster.model.project;

import dev.muster.model.Dialect;
import dev.muster.model.Label;
import dev.muster.model.LabelId;
import dev.muster.model.LabelName;
import dev.muster.model.MessageEndpoint;
import dev.muster.model.SendBy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** How one SeaX workspace is reached and what is known of it before asking. It never holds an API key. */
public record WorkspaceSettings(
        String name,
        Host host,
        Dialect api,
        LockSettings lock,
        Duration horizon,
        Map<LabelName, LabelId> labels,
        Optional<String> acceptUnverifiedAudiences,
        Optional<OpenApiAccount> account,
        Precautions precautions,
        Optional<MessageEndpoint> singleMessage,
        int maxContacts,
        SendBy sendBy,
        int maxDestinations) {
    /** How many people one request lists where nothing is written; SeaX publishes no limit and asks for "not too many". */
    public static final int DEFAULT_MAX_DESTINATIONS = 500;

    /** How many contacts a workspace may have where nothing is written. */
    public static final int DEFAULT_MAX_CONTACTS = 20_000_000;

    /** How far ahead SeaX accepts a start time (OpenAPI document: up to seven days). */
    public static final Duration DEFAULT_HORIZON = Duration.ofDays(7);

    public WorkspaceSettings {
        labels = Map.copyOf(labels);
    }

    /** By labels, with as many contacts as Muster can read. */
    public WorkspaceSettings(
            String name,
            Host host,
            Dialect api,
            LockSettings lock,
            Duration horizon,
            Map<LabelName, LabelId> labels,
            Optional<String> acceptUnverifiedAudiences,
            Optional<OpenApiAccount> account,
            Precautions precautions,
            Optional<MessageEndpoint> singleMessage) {
        this(
                name,
                host,
                api,
                lock,
                horizon,
                labels,
                acceptUnverifiedAudiences,
                account,
                precautions,
                singleMessage,
                DEFAULT_MAX_CONTACTS,
                SendBy.LABELS,
                DEFAULT_MAX_DESTINATIONS);
    }

    /** The labels that are written here, for an API that cannot list them. */
    public List<Label> writtenLabels() {
        return labels.entrySet().stream()
                .map(written -> new Label(written.getValue(), written.getKey(), false, OptionalInt.empty()))
                .toList();
    }

    /**
     * What limits the damage of a send that SeaX carries out twice, or that should not have been.
     *
     * @param receiptLabels each campaign labels whom it reaches and excludes whoever has its label
     * @param hold how long an immediate campaign is held, as one that is scheduled so much later
     */
    public record Precautions(boolean receiptLabels, Optional<Duration> hold) {
        public static final Precautions NONE = new Precautions(false, Optional.empty());
    }

    /** Where the workspace is. */
    public sealed interface Host {}

    /**
     * The embedded sandbox, with a clock that starts at {@code clock} and moves only when told to, and with so many contacts;
     * each size is a world of its own. In each process it begins with these faults.
     */
    public record Sandbox(Instant clock, int contacts, SandboxMovement movement, List<SandboxFault> faults)
            implements Host {
        /** As many as the example campaigns are written for. */
        public static final int DEFAULT_CONTACTS = 3_200;

        /** What the openapi dialect names where nothing is written: the sandbox takes every account. */
        public static final OpenApiAccount ACCOUNT = new OpenApiAccount("MG-sandbox", "WA-sandbox");

        public Sandbox {
            faults = List.copyOf(faults);
        }

        public Sandbox(Instant clock) {
            this(clock, DEFAULT_CONTACTS, SandboxMovement.NONE, List.of());
        }
    }

    /**
     * SeaX itself. {@code baseUrl} has no trailing slash; the key is read from the environment or a file; it is asked no more
     * than {@code maxRequestsPerSecond} times a second.
     */
    public record Remote(
            String baseUrl, String workspaceId, KeySource key, int maxRequestsPerSecond, NetworkSettings network)
            implements Host {
        /** Polite to an API that publishes no limits, and 1,200,000 contacts a minute. */
        public static final int DEFAULT_REQUESTS_PER_SECOND = 20;
    }

    /**
     * What is written about the way to a workspace; what is not written comes from the environment.
     *
     * @param proxy an address such as {@code http://proxy.example:3128}
     * @param caFile the path of a file with certificate authorities in PEM form
     */
    public record NetworkSettings(Optional<String> proxy, Optional<String> caFile) {
        public static final NetworkSettings NONE = new NetworkSettings(Optional.empty(), Optional.empty());
    }

    /** Where the API key is read from; exactly one of the two. */
    public sealed interface KeySource {}

    /** The name of an environment variable that holds the key. */
    public record KeyFromEnvironment(String variable) implements KeySource {}

    /** The path of a file that holds the key, readable by its owner only. */
    public record KeyFromFile(String path) implements KeySource {}

    /** What the openapi dialect asks for besides the template: a messaging service and a WhatsApp account. */
    public record OpenApiAccount(String messageServiceId, String serviceAccountId) {}
}
