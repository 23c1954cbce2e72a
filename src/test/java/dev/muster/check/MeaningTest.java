package dev.muster.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.model.project.Fingerprint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A fingerprint is of the meaning: however a campaign is written, it is the same send. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MeaningTest {
    private static final String WRITTEN = """
            kind: campaign
            key: spring-sale
            name: Spring Sale
            senders: [Sales Line, Support Line]
            audience:
              any: [vip, premium_customers]
              all: [whatsapp_opt_in]
              exclude: [recent_buyers]
            message:
              text: "Spring is here\\nhttps://example.com/spring"
              shorten_links: true
            schedule:
              start: 2026-12-01T10:00
              end: 2026-12-01T18:00
              zone: America/New_York
            attach_labels: [spring]
            """;

    static Stream<Long> seeds() {
        return LongStream.rangeClosed(1, 60).boxed();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void no_order_of_keys_comment_or_layout_changes_a_fingerprint(long seed) {
        var random = new Random(seed);
        var rewritten = write(parse(WRITTEN), random, "");

        assertThat(fingerprint(rewritten)).as("seed %d:%n%s", seed, rewritten).isEqualTo(fingerprint(WRITTEN));
    }

    @Test
    void the_same_moment_in_another_notation_is_the_same_schedule() {
        var offsets = WRITTEN.replace("T10:00", "T15:00Z")
                .replace("T18:00", "T17:00:00-06:00")
                .replace("  zone: America/New_York\n", "");

        assertThat(fingerprint(offsets)).isEqualTo(fingerprint(WRITTEN));
    }

    @ParameterizedTest
    @CsvSource({
        "Spring Sale,   Summer Sale",
        "Sales Line,    Old Line",
        "vip,           newsletter",
        "recent_buyers, newsletter",
        "is here,       has come",
        "links: true,   links: false",
        "T10:00,        T10:01",
        "[spring],      [summer]"
    })
    void every_change_that_people_would_notice_changes_it(String from, String to) {
        assertThat(fingerprint(WRITTEN.replace(from, to))).isNotEqualTo(fingerprint(WRITTEN));
    }

    /** One key with its value on the same line, and the block below it. */
    private record Line(String text, List<Line> block) {}

    private static List<Line> parse(String yaml) {
        var lines = new ArrayList<Line>();
        yaml.lines().forEach(text -> {
            if (text.startsWith("  ")) {
                lines.get(lines.size() - 1).block().add(new Line(text.strip(), List.of()));
            } else {
                lines.add(new Line(text, new ArrayList<>()));
            }
        });
        return lines;
    }

    private static String write(List<Line> lines, Random random, String indent) {
        var shuffled = new ArrayList<>(lines);
        Collections.shuffle(shuffled, random);
        return shuffled.stream().map(line -> write(line, random, indent)).collect(Collectors.joining());
    }

    private static String write(Line line, Random random, String indent) {
        var comment = random.nextBoolean() ? "   # because of " + random.nextInt(100) : "";
        var blank = random.nextInt(4) == 0 ? "\n# a note\n\n" : "";
        if (!line.block().isEmpty()) {
            var inner = indent + " ".repeat(1 + random.nextInt(5));
            return blank + indent + line.text() + comment + "\n" + write(line.block(), random, inner);
        }
        int colon = line.text().indexOf(": ");
        var key = line.text().substring(0, colon);
        var value = line.text().substring(colon + 2);
        return blank + indent + quoted(key, random) + ": " + value(value, random, indent) + comment + "\n";
    }

    private static String quoted(String key, Random random) {
        return key.equals("kind") ? key : random.nextBoolean() ? key : "\"" + key + "\"";
    }

    private static String value(String value, Random random, String indent) {
        if (!value.startsWith("[")) {
            return value.startsWith("\"") || value.equals("true") || random.nextBoolean() ? value : "'" + value + "'";
        }
        var items =
                new ArrayList<>(List.of(value.substring(1, value.length() - 1).split(", ")));
        Collections.shuffle(items, random);
        return random.nextBoolean()
                ? "[" + String.join(" ,  ", items) + "]"
                : items.stream().map(item -> "\n" + indent + "  - " + item).collect(Collectors.joining());
    }

    private static Fingerprint fingerprint(String yaml) {
        var checked = Folder.of("spring.yaml", yaml);
        assertThat(checked.diagnostics()).as(yaml).isEmpty();
        return Fingerprint.of(checked.value().orElseThrow().campaigns().get(0));
    }
}
