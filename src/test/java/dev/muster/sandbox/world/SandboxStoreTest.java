package dev.muster.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.sandbox.api.CreateLabelEndpoint;
import dev.muster.sandbox.http.Sandbox;
import dev.muster.sandbox.http.SandboxClient;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SandboxStoreTest {
    private static final Instant CLOCK = Instant.parse("2026-11-30T09:00:00Z");

    @TempDir
    Path folder;

    @Test
    void a_restart_finds_everything_as_it_was() throws Exception {
        Ledger before;
        try (var sandbox = Sandbox.start(folder, CLOCK, SandboxOptions.standard())) {
            var client = new SandboxClient(sandbox);
            client.post("campaigns", client.campaign("Sale"));
            client.upload("import_contacts", "name,phone,labels,city\nAda Test,+15550100190,\"vip,fence\",Bonn\n");
            sandbox.renameLabel("vip", "very important");
            sandbox.advance(Duration.ofMinutes(5));
            before = sandbox.ledger();
            assertThat(sandbox.ledgerTotals()).isEqualTo(before.totals());
        }

        try (var sandbox = Sandbox.start(folder, CLOCK, SandboxOptions.standard())) {
            assertThat(sandbox.ledger()).isEqualTo(before);
            assertThat(sandbox.now()).isEqualTo(CLOCK.plus(Duration.ofMinutes(5)));
            assertThat(sandbox.contactIds("very important")).hasSize(184);
            assertThat(sandbox.contactIds("fence")).hasSize(1);
        }
    }

    @Test
    void two_servers_on_one_folder_show_the_same_workspace() throws Exception {
        try (var one = Sandbox.start(folder, CLOCK, SandboxOptions.standard());
                var other = Sandbox.start(folder, CLOCK, SandboxOptions.standard())) {
            var client = new SandboxClient(one);
            client.post("campaigns", client.campaign("Sale"));

            assertThat(new SandboxClient(other).get("campaigns").column("name")).containsExactly("Sale");
            assertThat(other.ledger()).isEqualTo(one.ledger());

            other.reset();
            assertThat(one.ledger().messages()).isZero();
        }
    }

    @Test
    void several_processes_can_write_at_once_and_nothing_is_lost() throws Exception {
        var processes = new ArrayList<Process>();
        for (int number = 0; number < 3; number++) {
            processes.add(LabelWriter.start(folder, number, 20));
        }
        for (var process : processes) {
            assertThat(process.waitFor()).isZero();
        }

        try (var store = SandboxStore.open(folder, new InitialState(CLOCK))) {
            var names = store.<List<String>>read(
                    world -> world.labels().stream().map(LabelRow::name).toList());
            assertThat(names).hasSize(13 + 3 * 20).doesNotHaveDuplicates();
        }
    }

    @Test
    void a_torn_last_line_is_dropped() throws Exception {
        try (var store = SandboxStore.open(folder, new InitialState(CLOCK))) {
            label(store, "kept");
        }
        Files.writeString(events(), "[{\"event\":\"label_crea", StandardOpenOption.APPEND);

        try (var store = SandboxStore.open(folder, new InitialState(CLOCK))) {
            assertThat(has(store, "kept")).isTrue();
            label(store, "next");
        }
        try (var store = SandboxStore.open(folder, new InitialState(CLOCK))) {
            assertThat(has(store, "kept")).isTrue();
            assertThat(has(store, "next")).isTrue();
        }
        assertThat(Files.readString(events()).lines()).hasSize(2);
    }

    @Test
    void a_damaged_record_is_refused_and_can_be_reset() throws Exception {
        Files.writeString(events(), "not an event\n");
        try (var store = SandboxStore.open(folder, new InitialState(CLOCK))) {
            assertThatThrownBy(() -> has(store, "vip"))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("damaged");
        }

        assertThatThrownBy(() -> Sandbox.start(folder, CLOCK, SandboxOptions.standard()))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("events.jsonl is damaged");

        Sandbox.reset(folder);

        try (var store = SandboxStore.open(folder, new InitialState(CLOCK))) {
            assertThat(has(store, "vip")).isTrue();
        }
    }

    @Test
    void a_decision_that_fails_leaves_no_trace() {
        try (var store = SandboxStore.open(folder, new InitialState(CLOCK))) {
            assertThatThrownBy(() -> store.write(transaction -> {
                        transaction
                                .record()
                                .accept(new Event.LabelDeleted(transaction
                                        .world()
                                        .labelNamed("vip")
                                        .orElseThrow()
                                        .id()));
                        throw new IllegalStateException("changed my mind");
                    }))
                    .isInstanceOf(IllegalStateException.class);

            assertThat(has(store, "vip")).isTrue();
            assertThat(events()).isEmptyFile();
        }
    }

    @Test
    void a_later_clock_sends_what_has_become_due() throws Exception {
        try (var sandbox = Sandbox.start(folder, CLOCK, SandboxOptions.standard())) {
            var client = new SandboxClient(sandbox);
            client.post(
                    "campaigns",
                    client.campaign("Later").put("is_schedule", true).put("start_time", "2026-12-01T09:00:00Z"));
        }

        try (var sandbox = Sandbox.start(folder, CLOCK.plus(Duration.ofDays(2)), SandboxOptions.standard())) {
            assertThat(sandbox.ledger().messages()).isPositive();
        }
    }

    private Path events() {
        return folder.resolve("events.jsonl");
    }

    private static boolean has(SandboxStore store, String label) {
        return store.read(world -> world.labelNamed(label).isPresent());
    }

    static void label(SandboxStore store, String name) {
        store.write(transaction -> {
            transaction
                    .record()
                    .accept(new Event.LabelCreated(
                            CreateLabelEndpoint.label(name, "#000000", "", transaction.world())));
            return true;
        });
    }

    /** A process of its own that writes to the folder. */
    static final class LabelWriter {
        private LabelWriter() {}

        static Process start(Path folder, int number, int count) throws Exception {
            return new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            LabelWriter.class.getName(),
                            folder.toString(),
                            Integer.toString(number),
                            Integer.toString(count))
                    .inheritIO()
                    .start();
        }

        public static void main(String[] args) {
            try (var store = SandboxStore.open(Path.of(args[0]), new InitialState(CLOCK))) {
                IntStream.range(0, Integer.parseInt(args[2]))
                        .forEach(label -> label(store, "process " + args[1] + " label " + label));
            }
        }
    }
}
