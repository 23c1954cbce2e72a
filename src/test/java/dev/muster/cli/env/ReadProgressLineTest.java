package dev.muster.cli.env;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadProgressLineTest {
    private static final long SECOND = 1_000_000_000;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<Long> times = new ArrayList<>();
    private final ReadProgressLine line =
            new ReadProgressLine(new PrintStream(err, true, StandardCharsets.UTF_8), 80, () -> times.remove(0));

    @Test
    void a_counted_list_shows_rows_total_and_time_left() {
        times.addAll(List.of(1L, 10 * SECOND, 30 * SECOND));
        read(1_000, 100_000);
        read(25_000, 100_000);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("\rreading contacts: 25,000 of 100,000, about 30 s left");
        read(75_000, 100_000);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .endsWith("\rreading contacts: 75,000 of 100,000, about 10 s left");
    }

    @Test
    void a_long_time_left_is_told_in_minutes() {
        times.addAll(List.of(1L, 60 * SECOND));
        read(1_000, 20_000_000);
        read(100_000, 20_000_000);
        assertThat(err.toString(StandardCharsets.UTF_8)).endsWith("about 199 min left");
    }

    @Test
    void a_list_that_is_not_counted_shows_its_rows() {
        times.add(1L);
        line.read("contacts", 1_000, OptionalInt.empty());
        line.read("contacts", 12_000, OptionalInt.empty());
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("\rreading contacts: 12,000");
    }

    @Test
    void a_short_list_shows_nothing() {
        times.add(1L);
        read(100, 9_000);
        read(200, 9_000);
        line.end();
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void the_line_is_gone_at_the_end() {
        times.addAll(List.of(1L, SECOND));
        read(1_000, 20_000);
        read(2_000, 20_000);
        err.reset();
        line.end();
        assertThat(err.toString(StandardCharsets.UTF_8)).matches("\r +\r");
    }

    @Test
    void a_narrow_terminal_gets_as_much_as_fits() {
        var narrow = new ReadProgressLine(new PrintStream(err, true, StandardCharsets.UTF_8), 40, () -> 1);
        narrow.read("contacts", 1_000, OptionalInt.of(100_000));
        narrow.read("contacts", 2_000, OptionalInt.of(100_000));
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("\rreading contacts: 2,000 of 100,000, abo");
    }

    private void read(int rows, int total) {
        line.read("contacts", rows, OptionalInt.of(total));
    }
}
