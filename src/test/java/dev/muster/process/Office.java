package dev.muster.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.cli.WatchedProgram;
import dev.muster.cli.WatchedProgram.Point;
import dev.muster.cli.Workstation;
import dev.muster.sandbox.http.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A campaigns folder with its lock, and the person who looks after it: plans, settles what is in doubt by looking at SeaX,
 * and knows at the end what everybody got. SeaX is a sandbox that outlives the programs which use it.
 */
final class Office {
    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern RESCUE = Pattern.compile("muster lock adopt --rescue (\\S+)");
    private static final Pattern PRINTED = Pattern.compile("MUSTER-RESCUE .*");
    private static final Pattern FOUND = Pattern.compile("has it as (campaign_[0-9a-f-]+)");

    private static final String CAMPAIGN = """
            kind: campaign
            key: campaign-%1$02d
            name: Campaign %1$d
            owner: crm-team
            audience: {any: [%3$s]}
            senders: [%2$s]
            message: {text: "This is a test of our message system. Nothing to do for you."}
            schedule: immediately
            acknowledge: {plan/looks-like-a-rename: they are all alike}
            """;

    private static final String PROJECT = """
            kind: project
            default_workspace: office
            workspaces:
              office:
                base_url: %s
                workspace_id: %s
                api_key_env: OFFICE_KEY
                max_requests_per_second: 1000
            """;

    private final Sandbox seax;
    private final Path folder;
    private final int campaigns;
    private final Map<String, String> environment;
    private final Workstation desk;
    private final Workstation anHourLater;

    private Office(Sandbox seax, Path folder, int campaigns, Clock clock) {
        this.seax = seax;
        this.folder = folder;
        this.campaigns = campaigns;
        this.environment = Map.of("USER", "ada", "OFFICE_KEY", seax.apiKey(), "TMPDIR", folder.toString());
        this.desk = new Workstation(folder, environment, clock);
        this.anHourLater = new Workstation(folder, environment, Clock.offset(clock, AN_HOUR));
    }

    /** With so many campaigns to send, all at once and each to the same few people. */
    static Office at(Sandbox seax, Path folder, int campaigns) {
        var office = new Office(seax, folder, campaigns, Clock.systemUTC());
        office.write();
        succeed(office.desk, "init");
        return office;
    }

    /** The same, where all clocks go by what {@link #advance} says. */
    static Office withItsOwnTime(Sandbox seax, Path folder, int campaigns) {
        var clock = WatchedProgram.ahead(Clock.systemUTC(), ahead(folder));
        var office = new Office(seax, folder, campaigns, clock);
        office.write();
        office.advance(Duration.ZERO);
        succeed(office.desk, "init");
        return office;
    }

    private static Path ahead(Path folder) {
        return folder.resolve("ahead");
    }

    /** Puts every clock so far ahead, also those of programs that run or are stopped. */
    void advance(Duration by) {
        try {
            Files.writeString(ahead(folder), by.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write() {
        try {
            Files.createDirectories(lockFolder());
            Files.writeString(
                    lockFolder().resolve("muster.yaml"), PROJECT.formatted(seax.baseUrl(), seax.workspaceId()));
            for (int number = 1; number <= campaigns; number++) {
                var sender = number % 2 == 0 ? "Sales Line" : "Support Line";
                Files.writeString(
                        lockFolder().resolve(number + ".yaml"), CAMPAIGN.formatted(number, sender, Posts.LABEL));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path lockFolder() {
        return folder.resolve("campaigns");
    }

    /** Begins to send what the plan shows now. */
    ProgramProcess apply() {
        return applyFor(messagesToSend());
    }

    /** Begins to send that many messages. */
    ProgramProcess applyFor(int messages) {
        if (Files.exists(ahead(folder))) {
            return ProgramProcess.startWatched(folder, watched(), apply(messages));
        }
        return ProgramProcess.start(folder, environment, apply(messages));
    }

    /** The same by a Java that something else starts, such as a shell that sets a limit. */
    ProgramProcess applyBy(String... starter) {
        return applyBy(messagesToSend(), starter);
    }

    ProgramProcess applyBy(int messages, String... starter) {
        var command =
                Stream.concat(Arrays.stream(starter), Java.program().stream()).toList();
        return ProgramProcess.start(command, folder, environment, apply(messages));
    }

    /** Begins to send, and waits for its parent when it reaches a point for the n-th time. */
    ProgramProcess applyUntil(Point point, int times) {
        var watched = watched();
        watched.put(WatchedProgram.POINT, point + ":" + times);
        return ProgramProcess.startWatched(folder, watched, apply(messagesToSend()));
    }

    private Map<String, String> watched() {
        var watched = new HashMap<>(environment);
        watched.put(WatchedProgram.AHEAD, ahead(folder).toString());
        return watched;
    }

    private static String[] apply(int messages) {
        return new String[] {"apply", "--confirm", String.valueOf(messages)};
    }

    /** What the plan offers to send: nothing that the lock knows, unless it was refused. */
    int messagesToSend() {
        var plan = json("plan", "--json");
        var offered = StreamSupport.stream(plan.path("campaigns").spliterator(), false)
                .filter(campaign -> campaign.path("action").asString().equals("create"))
                .map(campaign -> campaign.path("key").asString());
        var known = states();
        known.values().removeIf("REJECTED"::equals);
        assertThat(offered).noneMatch(known::containsKey);
        return plan.path("totals").path("messages").asInt();
    }

    /** The state of each campaign in the lock, such as {@code CONFIRMED}. */
    NavigableMap<String, String> states() {
        return entries("state");
    }

    /** For each campaign in the lock, its id on SeaX; an empty text where it has none. */
    NavigableMap<String, String> ids() {
        return entries("id");
    }

    private NavigableMap<String, String> entries(String field) {
        var entries = new TreeMap<String, String>();
        for (var entry : json("lock", "list", "--json").path("entries")) {
            entries.put(
                    entry.path("campaign").asString().replace("/1", ""),
                    entry.path(field).asString());
        }
        return entries;
    }

    /** The campaigns of which nobody knows whether they were sent. */
    List<String> inDoubt() {
        return states().entrySet().stream()
                .filter(entry ->
                        entry.getValue().equals("INTENT") || entry.getValue().equals("IN_DOUBT"))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Ends every doubt with the truth: what is on SeaX was sent; what is still not there after an hour was not. */
    void settle() {
        inDoubt().forEach(this::settle);
    }

    private void settle(String key) {
        var said = desk.run("resolve", key);
        var found = FOUND.matcher(said.out());
        if (said.code() == 0) {
            return; // SeaX has it, so it is recorded
        }
        if (found.find()) {
            succeed(desk, "resolve", key, "--sent", found.group(1), "--reason", "SeaX lists it with its marker");
        } else {
            succeed(anHourLater, "resolve", key, "--not-sent", "--reason", "SeaX does not list it an hour later");
        }
    }

    /** Does what an apply says that could not record an outcome: feeds back what it kept, or printed. */
    void feedBack(ProgramProcess apply) {
        var said = apply.said() + apply.errors();
        var command = RESCUE.matcher(said);
        if (command.find()) {
            var printed = PRINTED.matcher(said);
            succeed(desk, "lock", "adopt", "--rescue", printed.find() ? keep(printed.group()) : command.group(1));
        }
    }

    private String keep(String printed) {
        try {
            return Files.writeString(folder.resolve("printed"), printed).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a command while something else may be at work. */
    Workstation.Said ask(String... command) {
        return anHourLater.run(command);
    }

    /** An apply that nobody disturbs; what was in doubt before still is, and says so. */
    void applyInPeace() {
        int messages = messagesToSend();
        if (messages > 0) {
            try (var apply = applyFor(messages)) {
                assertThat(apply.exitCode())
                        .as(apply.said() + apply.errors())
                        .isEqualTo(inDoubt().isEmpty() ? 0 : 6);
            }
        }
        assertThat(messagesToSend()).isZero();
    }

    /** Sends the rest, ends every doubt, and compares what SeaX did with what the lock says. */
    void requireThatEachWasSentOnceOrNeverAndIsRecorded() {
        applyInPeace();
        settle();
        assertThat(messagesToSend()).isZero();
        succeed(desk, "lock", "verify");
        var states = states();
        assertThat(states).hasSize(campaigns);
        assertThat(states.values()).isSubsetOf("CONFIRMED", "NOT_SENT");
        var confirmed = ids().values().stream().filter(id -> !id.isEmpty()).toList();
        assertThat(confirmed).doesNotHaveDuplicates().hasSize((int)
                states.values().stream().filter("CONFIRMED"::equals).count());
        assertThat(seax.ledger().campaigns().keySet()).containsExactlyInAnyOrderElementsOf(confirmed);
        assertThat(seax.ledger().mostPerPersonAndName()).isLessThanOrEqualTo(1);
    }

    /** The answer to a question that must succeed or only find that something is in doubt. */
    private JsonNode json(String... command) {
        var said = desk.run(command);
        assertThat(said.code()).as(said.err()).isIn(0, 3, 6);
        return Objects.requireNonNull(JSON.readTree(said.out()));
    }

    private static void succeed(Workstation desk, String... command) {
        var said = desk.run(command);
        assertThat(said.code())
                .as(String.join(" ", command) + "\n" + said.out() + said.err())
                .isZero();
    }
}
