package dev.muster.definition;

import dev.muster.model.Dialect;
import dev.muster.model.MessageEndpoint;
import dev.muster.model.SendBy;
import dev.muster.model.project.SandboxFault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The one project file of a folder: where campaigns are sent, and what holds for all of them. All its blocks stand in this file,
 * because the schema and the reference are written from it, in this order.
 *
 * <pre>{@code
 * kind: project
 * default_workspace: sandbox
 * workspaces:
 *   sandbox:
 *     sandbox: {clock: 2026-11-30T09:00:00Z}
 * defaults: {senders: [Sales Line], zone: America/New_York, shorten_links: true}
 * policy: {always_exclude: [DNC], require_opt_in: [whatsapp_opt_in], max_reach: 50000}
 * }</pre>
 */
public record ProjectDefinition(
        @Doc(value = "The workspace that is used when none is named", example = "sandbox")
        String defaultWorkspace,

        @Doc(value = "Where campaigns can be sent, by name", example = "{sandbox: {sandbox: {}}}")
        @NotEmpty(
                message = "workspace/none: the project has no workspace"
                        + " | add `workspaces` with at least one; `muster init` writes a sandbox to begin with")
        Map<
                        @Pattern(
                                regexp = Wording.NAME,
                                message = "workspace/name: this cannot name a workspace, since its lock file is"
                                        + " named after it | use lower-case letters, digits and hyphens")
                        String,
                        Workspace>
                workspaces,

        @Doc(value = "What campaigns need not repeat", example = "{zone: America/New_York}")
        Optional<Defaults> defaults,

        @Doc(value = "What holds for every campaign", example = "{always_exclude: [DNC]}")
        Optional<Policy> policy,

        @Doc(
                value = "Numbers of your own people, to which `muster send --campaign` may send a campaign's message as"
                        + " a test; never shown in a plan",
                example = "[\"+15550100199\"]")
        List<
                        @Pattern(
                                regexp = "^\\+[1-9][0-9]{6,14}$",
                                message = "project/test-recipient: this is not a phone number in E.164 form"
                                        + " | write a plus and digits only, such as \"+15550100199\"")
                        String>
                testRecipients) {

    /**
     * One SeaX workspace, or the embedded sandbox. A key is never written here.
     *
     * <pre>{@code
     * base_url: https://seax.seasalt.ai/seax-api/api/v1
     * workspace_id: 3fa85f64-5717-4562-b3fc-2c963f66afa6
     * api: tutorial
     * api_key_env: SEAX_API_KEY
     * horizon: P7D
     * }</pre>
     */
    public record Workspace(
            @Doc(value = "The embedded sandbox: nothing is sent to anyone", example = "{clock: 2026-11-30T09:00:00Z}")
            Optional<Sandbox> sandbox,

            @Doc(value = "Where SeaX is", example = "https://seax.seasalt.ai/seax-api/api/v1")
            Optional<String> baseUrl,

            @Doc(value = "The workspace's id in SeaX", example = "3fa85f64-5717-4562-b3fc-2c963f66afa6")
            Optional<
                            @Pattern(
                                    regexp = Wording.UUID,
                                    message = "value/uuid: this is not the id of a workspace"
                                            + " | copy the id from SeaX: 8-4-4-4-12 hexadecimal digits")
                            String>
                    workspaceId,

            @Doc(value = "In which form requests are written", example = "tutorial")
            Optional<Dialect> api,

            @Doc(value = "The environment variable that holds the API key", example = "SEAX_API_KEY")
            Optional<
                            @Pattern(
                                    regexp = "^[A-Za-z_][A-Za-z0-9_]{0,63}$",
                                    message = "workspace/api-key-env: this is not the name of an environment"
                                            + " variable | write the name, such as SEAX_API_KEY, not the key")
                            String>
                    apiKeyEnv,

            @Doc(value = "The file that holds the API key", example = "/run/secrets/seax-api-key")
            Optional<
                            @NotBlank(
                                    message = "workspace/api-key-file: the path is empty | write the path of the"
                                            + " file that holds the key")
                            String>
                    apiKeyFile,

            @Doc(
                    value = "The proxy that leads to SeaX; without it, HTTPS_PROXY and NO_PROXY of the environment",
                    example = "http://proxy.example.com:3128")
            Optional<
                            @Pattern(
                                    regexp = "^http://[A-Za-z0-9.-]+:[0-9]{1,5}/?$",
                                    message = "workspace/proxy: this is not the address of a proxy | write"
                                            + " `http://host:port`; put a user and a password into HTTPS_PROXY")
                            String>
                    proxy,

            @Doc(
                    value = "A file in PEM form with the certificate authorities of your own network, trusted beside"
                            + " Java's; without it, SSL_CERT_FILE of the environment",
                    example = "/etc/ssl/certs/company.pem")
            Optional<
                            @NotBlank(
                                    message = "workspace/ca-file: the path is empty | write the path of a file with"
                                            + " certificates in PEM form")
                            String>
                    caFile,

            @Doc(value = "Where the record of what was sent is kept", example = "{store: file}")
            Optional<Lock> lock,

            @Doc(value = "How far ahead SeaX accepts a start time", example = "P7D")
            Optional<Duration> horizon,

            @Doc(value = "Whether each campaign labels whom it reaches and excludes that label", example = "true")
            Optional<Boolean> receiptLabels,

            @Doc(value = "How long an immediate campaign is held before SeaX sends it", example = "PT10M")
            Optional<Duration> hold,

            @Doc(
                    value = "Which of the two documented paths `muster send` posts to; without it, nothing is sent to"
                            + " single people",
                    example = "wabp_template_message")
            Optional<MessageEndpoint> singleMessage,

            @Doc(value = "Most requests per second while reading, for a real SeaX", example = "20")
            Optional<@Min(value = 1, message = Wording.REQUESTS) @Max(value = 1000, message = Wording.REQUESTS) Integer>
                    maxRequestsPerSecond,

            @Doc(
                    value = "Most contacts that the workspace may have; with more, nothing is planned",
                    example = "20000000")
            Optional<
                            @Min(value = 1, message = Wording.CONTACTS)
                            @Max(value = 20_000_000, message = Wording.CONTACTS) Integer>
                    maxContacts,

            @Doc(
                    value = "Names and ids of labels, only where the API cannot list them",
                    example = "{DNC: 00000000-0000-4000-8000-0000000000d1}")
            Map<
                            @LabelText String,
                            @Pattern(
                                    regexp = Wording.UUID,
                                    message = "value/uuid: this is not the id of a label"
                                            + " | copy the id from SeaX: 8-4-4-4-12 hexadecimal digits")
                            String>
                    labels,

            @Doc(
                    value = "How people are found where a campaign does not say it: by labels in SeaX, or by numbers"
                            + " that Muster lists (default: labels)",
                    example = "numbers")
            Optional<SendBy> sendBy,

            @Doc(value = "Most people that one request of a campaign by numbers lists (default: 500)", example = "500")
            Optional<
                            @Min(value = 1, message = Wording.DESTINATIONS)
                            @Max(value = 10_000, message = Wording.DESTINATIONS) Integer>
                    maxDestinations,

            @Doc(
                    value = "Why campaigns may be sent where Muster cannot count the audience",
                    example = "counts are checked by hand in SeaX")
            Optional<@NotBlank(message = Wording.REASON) String> acceptUnverifiedAudiences,

            @Doc(value = "For `api: openapi`: the messaging service; the sandbox needs none", example = "MG-example")
            Optional<@NotBlank(message = ACCOUNT) String> messageServiceId,

            @Doc(value = "For `api: openapi`: the WhatsApp account; the sandbox needs none", example = "WA-example")
            Optional<@NotBlank(message = ACCOUNT) String> serviceAccountId) {
        private static final String ACCOUNT =
                "workspace/openapi-account: the id is empty | copy the id from SeaX, or remove the key";
    }

    /**
     * The embedded sandbox.
     *
     * <pre>{@code
     * sandbox:
     *   clock: 2026-11-30T09:00:00Z
     *   movement: {add: PT1S, remove: PT5S, relabel: PT1S}
     *   faults:
     *     - {operation: create_campaign, fault: commit_then_drop}
     *     - {operation: logs, fault: status, status: 503, times: 2}
     * }</pre>
     */
    public record Sandbox(
            @Doc(value = "When the sandbox's clock starts", example = "2026-11-30T09:00:00Z")
            Optional<Instant> clock,

            @Doc(value = "How many contacts it has; each size is a world of its own", example = "100000")
            Optional<@Min(value = 1, message = CONTACTS) @Max(value = 20_000_000, message = CONTACTS) Integer> contacts,

            @Doc(
                    value = "How contacts move while it runs, by real time and by its clock",
                    example = "{add: PT1S, remove: PT5S, relabel: PT1S}")
            Optional<Movement> movement,

            @Doc(
                    value = "What goes wrong in each run, to see what Muster makes of it",
                    example = "[{operation: create_campaign, fault: commit_then_drop}]")
            List<Fault> faults) {
        private static final String CONTACTS =
                "value/range: the sandbox cannot have so many contacts | write a number from 1 to 20000000, or remove"
                        + " the key";
    }

    /**
     * How contacts of the sandbox move: what is left out does not happen.
     *
     * <pre>{@code {add: PT0.1S, remove: PT0.5S, relabel: PT0.1S}}</pre>
     */
    public record Movement(
            @Doc(value = "How often a contact is added", example = "PT1S")
            Optional<Interval> add,

            @Doc(value = "How often a contact is removed", example = "PT5S")
            Optional<Interval> remove,

            @Doc(value = "How often a contact gets a label or loses one", example = "PT1S")
            Optional<Interval> relabel) {}

    /**
     * A request of the sandbox that goes wrong.
     *
     * <pre>{@code {operation: logs, fault: status, status: 503, times: 2}}</pre>
     */
    public record Fault(
            @Doc(value = "Which request goes wrong", example = "create_campaign")
            SandboxFault.Operation operation,

            @Doc(
                    value = "How it goes wrong; with `commit`, SeaX has acted before it fails",
                    example = "commit_then_drop")
            SandboxFault.Fault fault,

            @Doc(value = "The HTTP status, for status, commit_then_status and html (default: 500)", example = "503")
            Optional<@Min(value = 300, message = STATUS) @Max(value = 599, message = STATUS) Integer> status,

            @Doc(value = "How many requests in each run, from the first one on (default: 1)", example = "2")
            Optional<@Min(value = 1, message = TIMES) @Max(value = 1000, message = TIMES) Integer> times) {
        private static final String STATUS =
                "value/range: this is no status of a failure | write a number from 300 to 599, such as 503";
        private static final String TIMES =
                "value/range: a fault happens from 1 to 1000 times | write such a number, or remove the key";
    }

    /**
     * Where a workspace's record is kept: in a file, on a branch of its own, or in a database.
     *
     * <pre>{@code
     * lock: {store: file, accept_loss_in_ci: this workspace is a test}
     * lock: {store: git, branch: muster/production}
     * lock: {store: postgres, url_env: MUSTER_LOCK_URL}
     * }</pre>
     */
    @ForbiddenKey(
            key = "claims_per_push",
            why = "each campaign records its intent with a push of its own; several in one push became several doubts")
    public record Lock(
            @Doc(value = "The kind of store", example = "file")
            Optional<Store> store,

            @Doc(
                    value = "Why the file store may be used where the disk dies with the job",
                    example = "this workspace is a test")
            Optional<@NotBlank(message = Wording.REASON) String> acceptLossInCi,

            @Doc(
                    value = "For `store: git`: the branch that holds the lock and nothing else;"
                            + " muster/NAME, after the workspace, where none is written",
                    example = "muster/production")
            Optional<
                            @Pattern(
                                    regexp = "^(?!.*(\\.\\.|//|/\\.|\\.lock(/|$)))"
                                            + "[A-Za-z0-9_]([A-Za-z0-9._/-]{0,198}[A-Za-z0-9_-])?$",
                                    message = "lock/branch: this cannot name a branch | write a name such as"
                                            + " muster/production, without refs/heads/ and without spaces")
                            String>
                    branch,

            @Doc(
                    value = "For `store: git`: the remote repository that has the branch, by the name git knows it by",
                    example = "origin")
            Optional<
                            @Pattern(
                                    regexp = "^[A-Za-z0-9_][A-Za-z0-9._-]{0,99}$",
                                    message = "lock/remote: this cannot name a remote | write a name that"
                                            + " `git remote` lists, such as origin, not an address")
                            String>
                    remote,

            @Doc(
                    value = "For `store: postgres`: the environment variable that holds the database's URL",
                    example = "MUSTER_LOCK_URL")
            Optional<
                            @Pattern(
                                    regexp = "^[A-Za-z_][A-Za-z0-9_]{0,63}$",
                                    message = "lock/url-env: this is not the name of an environment variable"
                                            + " | write the name, such as MUSTER_LOCK_URL, not the URL")
                            String>
                    urlEnv,

            @Doc(value = "For `store: postgres`: the schema that holds the tables", example = "muster")
            Optional<
                            @Pattern(
                                    regexp = "^[a-z_][a-z0-9_]{0,62}$",
                                    message = "lock/schema: this cannot name a schema | use lower-case letters,"
                                            + " digits and underscores")
                            String>
                    schema) {}

    /** Where a lock can be kept. */
    public enum Store {
        FILE,
        GIT,
        POSTGRES
    }

    /**
     * What campaigns need not repeat.
     *
     * <pre>{@code defaults: {senders: [Sales Line], zone: America/New_York, shorten_links: true}}</pre>
     */
    public record Defaults(
            @Doc(value = "Which phones send", example = "[Sales Line]")
            List<@NotBlank(message = Wording.SENDER) String> senders,

            @Doc(value = "The time zone of times without an offset", example = "America/New_York")
            Optional<ZoneId> zone,

            @Doc(value = "Whether SeaX shortens links", example = "true")
            Optional<Boolean> shortenLinks) {}

    /**
     * What holds for every campaign and cannot be switched off by one.
     *
     * <pre>{@code
     * policy:
     *   always_exclude: [DNC, unsubscribed]
     *   require_opt_in: [whatsapp_opt_in]
     *   max_reach: 50000
     *   max_reach_per_run: 100000
     *   max_share_of_contacts: 60%
     *   min_lead: PT15M
     *   quiet_hours: {from: "20:00", to: "09:00"}
     *   unknown_numbers: America/New_York
     *   max_messages_per_person: {count: 2, within: P7D}
     * }</pre>
     */
    public record Policy(
            @Doc(value = "Labels that are excluded from every request", example = "[DNC, unsubscribed]")
            List<@LabelText String> alwaysExclude,

            @Doc(value = "One of these must be in the `all` of every audience", example = "[whatsapp_opt_in]")
            List<@LabelText String> requireOptIn,

            @Doc(value = "Most people that one campaign may reach", example = "50000")
            Optional<
                            @Min(value = 1, message = Wording.LIMIT) @Max(value = 100_000_000, message = Wording.LIMIT)
                            Integer>
                    maxReach,

            @Doc(value = "Most people that one apply may reach", example = "100000")
            Optional<
                            @Min(value = 1, message = Wording.LIMIT) @Max(value = 100_000_000, message = Wording.LIMIT)
                            Integer>
                    maxReachPerRun,

            @Doc(value = "Most of all contacts that one campaign may reach", example = "60%")
            Optional<Share> maxShareOfContacts,

            @Doc(value = "Shortest time between apply and start", example = "PT15M")
            Optional<Duration> minLead,

            @Doc(value = "Fewest people that one campaign must reach", example = "10")
            Optional<
                            @Min(value = 1, message = Wording.LIMIT) @Max(value = 100_000_000, message = Wording.LIMIT)
                            Integer>
                    minReach,

            @Doc(value = "Most that an audience may have grown since it was last sent to", example = "20%")
            Optional<Share> maxGrowth,

            @Doc(
                    value = "Hours in which nobody is messaged, on the recipients' own clocks",
                    example = "{from: \"20:00\", to: \"09:00\"}")
            Optional<Quiet> quietHours,

            @Doc(value = "The zone on whose clock numbers count that do not say theirs", example = "America/New_York")
            Optional<ZoneId> unknownNumbers,

            @Doc(value = "Most messages that one person may get", example = "{count: 2, within: P7D}")
            Optional<Frequency> maxMessagesPerPerson,

            @Doc(value = "The only phones that may send, by name or number", example = "[Sales Line]")
            List<@NotBlank(message = Wording.SENDER) String> allowedSenders,

            @Doc(value = "The only hosts that messages may lead to", example = "[example.com, \"*.example.com\"]")
            List<
                            @Pattern(
                                    regexp = "^(\\*\\.)?[a-z0-9-]{1,63}(\\.[a-z0-9-]{1,63})+$",
                                    message = "policy/link-host: this is not the name of a host | write it in"
                                            + " lower-case letters without `https://`, such as shop.example.com, or"
                                            + " \"*.example.com\" for all below it")
                            String>
                    allowedLinkHosts,

            @Doc(
                    value = "Whether marketing may go to US numbers, to which WhatsApp does not deliver it",
                    example = "refuse")
            Optional<UsMarketing> usMarketing,

            @Doc(value = "How many people WhatsApp lets this business message in 24 hours", example = "2000")
            Optional<MessagingLimit> messagingLimit,

            @Doc(
                    value = "How far an audience may move between review and apply",
                    example = "{share: 1%, people: 10, suppressed: 0}")
            Optional<Drift> drift,

            @Doc(value = "How long a saved plan may be applied after it was made", example = "PT24H")
            Optional<Duration> planValidFor,

            @Doc(
                    value = "Most of a campaign's messages that may fail before `status` and `report` raise the alarm",
                    example = "5%")
            Optional<ToleratedShare> maxFailed) {}

    /**
     * Quiet hours; over midnight where {@code to} is the earlier time.
     *
     * <pre>{@code quiet_hours: {from: "20:00", to: "09:00"}}</pre>
     */
    public record Quiet(
            @Doc(value = "When they begin", example = "\"20:00\"")
            LocalTime from,

            @Doc(value = "When they are over", example = "\"09:00\"")
            LocalTime to) {}

    /**
     * How often one person may be messaged.
     *
     * <pre>{@code max_messages_per_person: {count: 2, within: P7D}}</pre>
     */
    public record Frequency(
            @Doc(value = "So many messages", example = "2")
            @Min(value = 1, message = Wording.LIMIT)
            @Max(value = 100_000_000, message = Wording.LIMIT)
            Integer count,

            @Doc(value = "Within any span of this length", example = "P7D")
            Duration within) {}

    /** What to do with marketing messages to US numbers. */
    public enum UsMarketing {
        REFUSE,
        ALLOW
    }

    /**
     * How far an audience may move between the review of a plan file and its apply: {@code share} or {@code people} may join,
     * whichever is more, and {@code suppressed} of those who were reviewed may opt out.
     *
     * <pre>{@code drift: {share: 1%, people: 10, suppressed: 0}}</pre>
     */
    public record Drift(
            @Doc(value = "How many may join, as a share of the people who were reviewed", example = "1%")
            Optional<Share> share,

            @Doc(value = "How many may join, as a number of people", example = "10")
            Optional<
                            @Min(value = 0, message = Wording.COUNT) @Max(value = 100_000_000, message = Wording.COUNT)
                            Integer>
                    people,

            @Doc(value = "How many of those who were reviewed may opt out; nobody messages them", example = "0")
            Optional<
                            @Min(value = 0, message = Wording.COUNT) @Max(value = 100_000_000, message = Wording.COUNT)
                            Integer>
                    suppressed) {}
}
