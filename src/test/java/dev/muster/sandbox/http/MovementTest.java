package dev.muster.sandbox.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.model.project.SandboxMovement;
import dev.muster.sandbox.world.InitialState;
import dev.muster.sandbox.world.SandboxOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Contacts that move by themselves as time passes. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MovementTest extends RunningSandbox {
    private static final List<String> SUPPRESSION = List.of("DNC", "unsubscribed", "invalid number", "unreachable");

    private final AtomicLong nanos = new AtomicLong();

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private static SandboxMovement pace(String add, String remove, String relabel) {
        return new SandboxMovement(every(add), every(remove), every(relabel));
    }

    private static Optional<Duration> every(String interval) {
        return Optional.of(interval).filter(text -> !text.isEmpty()).map(Duration::parse);
    }

    @Test
    void each_kind_happens_as_often_as_it_is_told_to() throws Exception {
        sandbox.movement(pace("PT0.1S", "PT0.5S", "PT0.1S"), nanos::get);
        assertThat(client.get("contacts").total()).isEqualTo(3_200);

        pass(Duration.ofMillis(950));
        assertThat(client.get("contacts").total()).isEqualTo(3_200 + 9 - 1);
        pass(Duration.ofMillis(49));
        assertThat(client.get("contacts").total()).isEqualTo(3_200 + 9 - 1);
        pass(Duration.ofMillis(1));
        assertThat(client.get("contacts").total()).isEqualTo(3_200 + 10 - 2);
    }

    @Test
    void what_is_left_out_does_not_happen() throws Exception {
        sandbox.movement(pace("", "", "PT1S"), nanos::get);
        pass(Duration.ofHours(1));

        assertThat(client.get("contacts").total()).isEqualTo(3_200);
        assertThat(Files.readString(folder.resolve("events.jsonl")))
                .contains("label_attached", "label_detached")
                .doesNotContain("contact_");
    }

    @Test
    void an_added_contact_is_the_newest() throws Exception {
        sandbox.movement(pace("PT1S", "", ""), nanos::get);
        var before = client.get("contacts?limit=1").column("id");
        pass(Duration.ofSeconds(3));

        assertThat(client.get("contacts?limit=4").column("id").subList(3, 4)).isEqualTo(before);
        assertThat(client.get("contacts?limit=1").column("created_time")).containsExactly("2026-11-30T09:00:00.000Z");
    }

    @Test
    void whoever_opts_out_stays_opted_out() throws Exception {
        var before = SUPPRESSION.stream().map(sandbox::contactIds).toList();
        sandbox.movement(pace("", "", "PT1S"), nanos::get);
        pass(Duration.ofSeconds(500));
        client.get("phones");

        for (int label = 0; label < SUPPRESSION.size(); label++) {
            var now = sandbox.contactIds(SUPPRESSION.get(label));
            boolean isOptOut = Set.of("DNC", "unsubscribed").contains(SUPPRESSION.get(label));
            assertThat(now).isNotEqualTo(before.get(label));
            assertThat(now.containsAll(before.get(label)))
                    .as(SUPPRESSION.get(label))
                    .isEqualTo(isOptOut);
        }
    }

    @Test
    void the_clock_of_the_sandbox_counts_too() throws Exception {
        sandbox.movement(pace("PT1M", "PT5M", ""), nanos::get);

        sandbox.advance(Duration.ofMinutes(10));

        assertThat(client.get("contacts").total()).isEqualTo(3_200 + 10 - 2);
        sandbox.reset();
        assertThat(client.get("contacts").total()).isEqualTo(3_200);
    }

    @Test
    void the_same_history_moves_on_in_the_same_way(@TempDir Path other) throws Exception {
        var pages = new ArrayList<String>();
        for (var place : List.of(folder.resolve("one"), other)) {
            try (var moving = Sandbox.start(place, CLOCK, SandboxOptions.standard())) {
                var time = new AtomicLong();
                moving.movement(pace("PT1S", "PT2S", "PT1S"), () -> time.addAndGet(1_000_000_000));
                var reader = new SandboxClient(moving);
                for (int request = 0; request < 20; request++) {
                    reader.get("phones");
                }
                pages.add(reader.get("contacts?limit=5000").text());
            }
        }

        assertThat(pages.get(0)).isEqualTo(pages.get(1));
    }

    @Test
    void a_restart_finds_who_joined_and_left() throws Exception {
        sandbox.movement(pace("PT1S", "PT2S", "PT1S"), nanos::get);
        pass(Duration.ofMinutes(2));
        var page = client.get("contacts?limit=5000").text();

        try (var again = Sandbox.start(folder, CLOCK, SandboxOptions.standard())) {
            assertThat(new SandboxClient(again).get("contacts?limit=5000").text())
                    .isEqualTo(page);
        }
    }

    @Test
    void a_night_without_requests_costs_no_more_than_ten_thousand_of_each() throws Exception {
        sandbox.movement(pace("PT0.1S", "", ""), nanos::get);
        pass(Duration.ofHours(9));

        assertThat(client.get("contacts").total()).isEqualTo(3_200 + 10_000);
        assertThat(client.get("contacts").total()).isEqualTo(3_200 + 10_000);
    }

    @Test
    void an_empty_workspace_loses_nobody_and_can_still_grow() throws Exception {
        try (var small =
                Sandbox.start(folder.resolve("small"), new InitialState(CLOCK, 3), SandboxOptions.standard(), 0)) {
            small.movement(pace("PT100S", "PT1S", "PT1S"), nanos::get);
            var reader = new SandboxClient(small);
            pass(Duration.ofSeconds(99));
            assertThat(reader.get("contacts").total()).isZero();
            pass(Duration.ofSeconds(1));
            assertThat(reader.get("phones").status()).isEqualTo(200);
        }
    }

    @Test
    void the_control_route_starts_and_stops_it() throws Exception {
        assertThat(client.control("POST", "movement", "{\"add\":\"PT0.001S\"}").status())
                .isEqualTo(200);
        while (client.get("contacts").total() == 3_200) {
            Thread.onSpinWait();
        }
        client.control("DELETE", "movement", "");

        int total = client.get("contacts").total();
        assertThat(client.get("contacts").total()).isEqualTo(total);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"add\":\"PT0S\"}",
                "{\"add\":\"-PT1S\"}",
                "{\"add\":\"soon\"}",
                "{\"add\":1}",
                "{\"ad\":\"PT1S\"}"
            })
    void an_interval_that_makes_no_sense_is_refused(String body) throws Exception {
        assertThat(client.control("POST", "movement", body).status()).isEqualTo(422);
    }
}
