package dev.muster.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.cli.Desk;
import dev.muster.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A campaigns folder with its lock, and the person who looks after it: plans, settles what is in doubt by looking at SeaX,
 * and knows at the end what everybody got.
 */
final class Office {
    /** How many campaigns there are to send; each goes to the six people with one label. */
    static final int CAMPAIGNS = 8;

    static final int PEOPLE = 6;

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern FOUND = Pattern.compile("has it as (campaign_[0-9a-f-]+)");

    private static final String CAMPAIGN = """
            kind: campaign
            key: campaign-%1$d
            name: Campaign %1$d
            owner: crm-team
            audience: {any: [staff_test]}
            senders: [%2$s]
            message: {text: "%3$s"}
            schedule: %4$s
            """;

    /** Texts that the sandbox has approved; with two senders they make campaigns of which none looks like another. */
    private static final List<String> TEXTS = List.of(
            "This is a test of our message system. Nothing to do for you.",
            "⚡ Flash sale: 48 hours only, 40% off everything. https://example.com/flash",
            "🎉 Holiday Sale! Get 30% off all items. Use code HOLIDAY30. Shop now: https://example.com/sale",
            "Our December newsletter is out. Read it here: https://example.com/news");

    private static final String PROJECT = """
            kind: project
            default_workspace: office
            workspaces:
              office:
                %s
            """;

    private final Path folder;
    private final Map<String, String> environment;
    private final Desk desk;

    private Office(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = environment;
        this.desk = new Desk(folder, environment);
    }

    /** With the sandbox inside each process; most campaigns go out at once, the others some days later. */
    static Office embedded(Path folder) {
        var office = new Office(folder, Map.of("USER", "ada"));
        office.write(
                "sandbox: {clock: 2026-11-30T09:00:00Z}", "{start: 2026-12-04T09:00:00Z, end: 2026-12-04T18:00:00Z}");
        return office;
    }

    /** With a sandbox that outlives the processes, reached as SeaX would be; all campaigns go out at once. */
    static Office at(Sandbox sandbox, Path folder) {
        var office = new Office(folder, Map.of("USER", "ada", "OFFICE_KEY", sandbox.apiKey()));
        office.write(
                "{base_url: \"" + sandbox.baseUrl() + "\", workspace_id: " + sandbox.workspaceId()
                        + ", api_key_env: OFFICE_KEY}",
                "immediately");
        return office;
    }

    private void write(String workspace, String later) {
        try {
            Files.createDirectories(folder.resolve("campaigns"));
            Files.writeString(folder.resolve("campaigns/muster.yaml"), PROJECT.formatted(workspace));
            for (int number = 1; number <= CAMPAIGNS; number++) {
                Files.writeString(folder.resolve("campaigns/" + number + ".yaml"), campaign(number, later));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String campaign(int number, String later) {
        return CAMPAIGN.formatted(
                number,
                number % 2 == 0 ? "Sales Line" : "Support Line",
                TEXTS.get(number / 2 % TEXTS.size()),
                number % 3 == 0 ? later : "immediately");
    }

    /** Begins to send what the plan shows now. */
    Program apply() {
        return applyFor(messagesToSend());
    }

    /** Begins to send that many messages. */
    Program applyFor(int messages) {
        return Program.start(folder, environment, "apply", "--confirm", String.valueOf(messages));
    }

    int messagesToSend() {
        return json("plan", "--json").path("totals").path("messages").asInt();
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

    /** A plan after whatever happened never offers again what the lock knows. */
    void requireThatNothingIsOfferedAgain() {
        var known = states();
        var offered = StreamSupport.stream(
                        json("plan", "--json").path("campaigns").spliterator(), false)
                .filter(campaign -> campaign.path("action").asString().equals("create"))
                .map(campaign -> campaign.path("key").asString());
        assertThat(offered).noneMatch(known::containsKey);
    }

    /** Ends every doubt with the truth: what is on SeaX was sent; what is still not there after half an hour was not. */
    void settle() {
        states().forEach((key, state) -> {
            if (state.equals("INTENT") || state.equals("IN_DOUBT")) {
                settle(key);
            }
        });
    }

    private void settle(String key) {
        var said = desk.run("resolve", key);
        var found = FOUND.matcher(said.out());
        if (said.code() == 0) {
            return; // SeaX has it, so it is recorded
        }
        if (found.find()) {
            succeed("resolve", key, "--sent", found.group(1), "--reason", "SeaX lists it with its marker");
        } else {
            succeed("sandbox", "advance", "PT30M");
            succeed("resolve", key, "--not-sent", "--reason", "SeaX does not list it half an hour later");
        }
    }

    /** What everything ends with: each campaign is on SeaX once and confirmed, or was abandoned and never was there. */
    void requireThatEverybodyGotEachConfirmedCampaignOnce() {
        succeed("lock", "verify");
        succeed("sandbox", "advance", "P6D");
        requireThatLockAndLedgerAgree(json("sandbox", "ledger", "--json").path("campaigns"));
        assertThat(json("sandbox", "ledger", "--json")
                        .path("most_per_person_and_campaign")
                        .asInt())
                .isLessThanOrEqualTo(1);
    }

    private void requireThatLockAndLedgerAgree(JsonNode campaigns) {
        assertThat(states()).hasSize(CAMPAIGNS);
        assertThat(states().values()).containsAnyOf("CONFIRMED", "ABANDONED").isSubsetOf("CONFIRMED", "ABANDONED");
        var confirmed = new TreeSet<>(ids().values());
        confirmed.remove("");
        assertThat(new TreeSet<>(campaigns.propertyNames())).isEqualTo(confirmed);
        assertThat(confirmed).hasSize((int)
                states().values().stream().filter("CONFIRMED"::equals).count());
    }

    /** The answer to a question that must succeed or only find that something is in doubt. */
    private JsonNode json(String... command) {
        var said = desk.run(command);
        assertThat(said.code()).as(said.err()).isIn(0, 3, 6);
        return Objects.requireNonNull(JSON.readTree(said.out()));
    }

    void succeed(String... command) {
        var said = desk.run(command);
        assertThat(said.code())
                .as(String.join(" ", command) + "\n" + said.out() + said.err())
                .isZero();
    }
}
