package dev.muster.cli;

import static dev.muster.testing.Repositories.git;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.cli.env.ExitCode;
import dev.muster.lock.postgres.PostgresServer;
import dev.muster.testing.EarlierVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A folder that 0.1 left is carried on with: what it sent is sent no more, what it left open is settled, and a plan that it
 * saved is applied or refused. The sandbox's ledger is the witness. These folders are never made anew.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EarlierVersionTest {
    private static final int STALE = 4;
    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, String> PERSON = Map.of("USER", "ada");

    @TempDir
    Path place;

    private Path folder(String name) throws IOException {
        return EarlierVersion.copy(name, place.resolve(name));
    }

    private static Workstation desk(Path folder) {
        return new Workstation(folder, PERSON, Clock.systemUTC());
    }

    @Test
    void every_state_is_read_and_nothing_of_it_is_sent_again() throws IOException {
        var desk = desk(folder("every-state"));
        var before = ledger(desk);
        assertThat(desk.run("lock", "verify").out()).contains("the lock is intact: 11 entries");
        assertThat(states(desk))
                .containsEntry("sent/1", "CONFIRMED")
                .containsEntry("sent-twice/1", "CONFIRMED")
                .containsEntry("again/2", "CONFIRMED")
                .containsEntry("later/1", "CONFIRMED")
                .containsEntry("refused/1", "REJECTED")
                .containsEntry("in-doubt/1", "IN_DOUBT");

        desk.run("apply", "--confirm", "6");
        desk.run("resolve", "in-doubt");
        desk.run("sandbox", "advance", "P8D");

        assertThat(states(desk)).containsEntry("planned/1", "CONFIRMED").containsEntry("in-doubt/1", "CONFIRMED");
        assertThat(desk.run("lock", "verify").out()).contains("the lock is intact: 12 entries");
        var after = ledger(desk);
        assertThat(after).containsAllEntriesOf(before).hasSize(before.size() + 2); // for later, and planned
        assertThat(after.values().stream().filter(messages -> messages == 6)).hasSize(after.size() - 2);
    }

    /** It names the lock as it was, and was made for the one campaign that is new. */
    @ParameterizedTest
    @CsvSource({"plan.json", "plan-of-one.json"})
    void a_plan_that_it_saved_is_applied_once_or_refused(String plan) throws IOException {
        var desk = desk(folder("every-state"));
        var before = ledger(desk);
        var document = JSON.readTree(Files.readString(desk.folder().resolve(plan)));
        var digest = document.path("plan").path("digest").asString();

        var first = desk.run("apply", plan, "--expect", digest);
        desk.run("apply", plan, "--expect", digest);

        // a campaign of this folder was not sent, so a run over all of them is not the whole
        assertThat(first.code())
                .as(first.out() + first.err())
                .isIn(0, ExitCode.PARTLY.number(), 3, STALE, ExitCode.DOUBT.number());
        assertThat(ledger(desk)).containsAllEntriesOf(before).hasSizeLessThanOrEqualTo(before.size() + 1);
        assertThat(states(desk).containsKey("planned/1"))
                .as(first.out() + first.err())
                .isEqualTo(first.out().contains("1 campaign created"));
    }

    /** It wrote one word for both; what it knew tells them apart. */
    @Test
    void what_was_not_sent_is_told_from_what_was_given_up_and_no_plan_takes_it_for_done() throws IOException {
        var desk = desk(folder("every-state"));
        var lock = desk.folder().resolve("campaigns/sandbox.lock.json");
        var written = Files.readString(lock);

        assertThat(states(desk)).containsEntry("not-sent/1", "NOT_SENT").containsEntry("given-up/1", "ABANDONED");
        var plan = desk.run("plan", "not-sent", "given-up");
        assertThat(plan.code()).isEqualTo(3);
        assertThat(plan.out().replaceAll("\\s+", " "))
                .contains("error: not-sent/1 was not sent; to send it, write `generation: 2` in campaigns/not-sent.yaml"
                        + " [plan/not-sent]")
                .contains("note: given-up/1 may have been sent, and is never sent again");
        assertThat(lock).hasContent(written);
    }

    /** Where it was killed, and whether SeaX has the campaign. */
    @ParameterizedTest
    @CsvSource({
        "torn-intent, false",
        "after-intent, false",
        "before-post, false",
        "after-post, true",
        "after-witness, true",
        "torn-outcome, true",
        "after-outcome, true",
        "before-fold, true",
        "during-fold, true",
        "after-fold, true"
    })
    void a_run_of_it_that_was_killed_is_settled(String point, boolean sent) throws IOException {
        var desk = desk(folder("killed-" + point));
        desk.run("sandbox", "advance", "PT1H");
        desk.run("apply", "--confirm", "6");
        desk.run("resolve", "killed");
        desk.run("resolve", "killed", "--not-sent", "--reason", "SeaX does not show it an hour later");
        desk.run("apply", "--confirm", "6");
        desk.run("sandbox", "advance", "PT1H");

        assertThat(desk.run("lock", "verify").code()).isZero();
        assertThat(ledger(desk).values()).hasSizeLessThanOrEqualTo(1).allMatch(messages -> messages == 6);
        assertThat(ledger(desk).isEmpty()).isEqualTo(!states(desk).containsValue("CONFIRMED"));
        if (sent) {
            assertThat(states(desk)).containsEntry("killed/1", "CONFIRMED");
        }
    }

    @Test
    void a_first_wave_of_it_gets_no_second_message() throws IOException {
        var desk = desk(folder("waves"));
        desk.run("sandbox", "advance", "P1D");
        var second = desk.run("apply", "--confirm", "1275");
        desk.run("sandbox", "advance", "P1D");

        assertThat(second.code()).as(second.out() + second.err()).isIn(0, 3);
        var ledger = JSON.readTree(desk.run("sandbox", "ledger", "--json").out());
        assertThat(ledger.path("messages").asInt())
                .isEqualTo(ledger.path("people_messaged").asInt());
    }

    @Test
    void an_outcome_that_it_could_not_record_is_fed_back() throws IOException {
        var desk = cloneOf("rescued");
        var before = ledger(desk);
        var said = desk.run("lock", "adopt", "--rescue", "campaigns/sandbox.lock.rescue.json");

        assertThat(said.code()).as(said.out() + said.err()).isZero();
        assertThat(states(desk)).containsEntry("sent/1", "CONFIRMED").containsEntry("lost/1", "CONFIRMED");
        desk.run("apply", "--confirm", "6");
        assertThat(ledger(desk)).isEqualTo(before);
    }

    @Test
    void a_run_of_it_that_was_killed_over_a_branch_is_settled() throws IOException {
        var desk = cloneOf("git-killed");
        desk.run("sandbox", "advance", "PT1H");
        desk.run("apply", "--confirm", "6");
        desk.run("resolve", "killed", "--not-sent", "--reason", "SeaX does not show it an hour later");
        desk.run("apply", "--confirm", "6");

        assertThat(desk.run("lock", "verify").code()).isZero();
        assertThat(states(desk)).containsEntry("sent/1", "CONFIRMED").containsEntry("killed/1", "NOT_SENT");
        assertThat(ledger(desk)).hasSize(1);
    }

    /** A clone as it was, with what it had seen, of a repository as it was. */
    private Workstation cloneOf(String name) throws IOException {
        var folder = folder(name);
        var remote = place.resolve("remote.git");
        git(place, "init", "-q", "--bare", remote.toString());
        git(remote, "fetch", "-q", folder.resolve("remote.bundle").toString(), "refs/*:refs/*");
        git(folder, "init", "-q", "-b", "elsewhere");
        git(folder, "fetch", "-q", folder.resolve("seen-here.bundle").toString(), "refs/*:refs/*");
        git(folder, "remote", "add", "origin", remote.toString());
        git(folder, "checkout", "-q", "main");
        return desk(folder);
    }

    @Test
    void a_database_of_it_is_read_and_carried_on_with() throws IOException {
        var folder = folder("postgres");
        var url = PostgresServer.freshUrl();
        EarlierVersion.database(folder, url);
        var environment = new HashMap<>(PERSON);
        environment.put("LOCK_URL", url);
        var desk = new Workstation(folder, environment, Clock.systemUTC());
        var before = ledger(desk);
        assertThat(states(desk)).containsEntry("sent/1", "CONFIRMED").containsEntry("in-doubt/1", "IN_DOUBT");

        desk.run("apply", "--confirm", "6");
        desk.run("resolve", "in-doubt");

        assertThat(desk.run("lock", "verify").code()).isZero();
        assertThat(states(desk)).containsEntry("in-doubt/1", "CONFIRMED");
        assertThat(ledger(desk)).isEqualTo(before);
    }

    private static Map<String, String> states(Workstation desk) {
        var states = new TreeMap<String, String>();
        for (var entry : json(desk, "lock", "list", "--json").path("entries")) {
            states.put(entry.path("campaign").asString(), entry.path("state").asString());
        }
        return states;
    }

    /** How many messages each campaign led to. */
    private static Map<String, Integer> ledger(Workstation desk) {
        var messages = new TreeMap<String, Integer>();
        json(desk, "sandbox", "ledger", "--json")
                .path("campaigns")
                .properties()
                .forEach(campaign ->
                        messages.put(campaign.getKey(), campaign.getValue().asInt()));
        return messages;
    }

    private static JsonNode json(Workstation desk, String... command) {
        var said = desk.run(command);
        assertThat(said.code())
                .as("%s: %s", List.of(command), said.out() + said.err())
                .isZero();
        return JSON.readTree(said.out());
    }
}
