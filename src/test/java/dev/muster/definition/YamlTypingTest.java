package dev.muster.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.diagnostic.Diagnostic;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a value becomes: what is written, or a finding. No reader of YAML guesses here: {@code no} is no false,
 * {@code 010} no eight, {@code 12:30} no number of minutes.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class YamlTypingTest {
    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            no                | no
            on                | on
            Yes               | Yes
            12:30:00          | 12:30:00
            190:20:30         | 190:20:30
            1_000             | 1_000
            2025-13-45        | 2025-13-45
            2026-12-01        | 2026-12-01
            =                 | =
            '0123'            | 0123
            "true"            | true
            true              | value/type
            ~                 | value/type
            null              | value/type
            0123              | value/type
            0o17              | value/type
            0xff              | value/type
            1e3               | value/type
            .inf              | value/type
            +15550100100      | value/type
            [crm]             | value/type
            {crm: team}       | value/type
            """)
    void a_text(String written, String outcome) {
        assertThat(bound("kind: campaign", "owner", written)).isEqualTo(outcome);
    }

    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            2                 | 2
            0                 | 0
            999999999         | 999999999
            02                | value/type
            +2                | value/type
            -2                | value/type
            2.0               | value/type
            2e0               | value/type
            0x2               | value/type
            0b10              | value/type
            2_0               | value/type
            2,000             | value/type
            1:30              | value/type
            ٢                 | value/type
            ２                 | value/type
            9999999999        | value/type
            "2"               | value/type
            '2'               | value/type
            ~                 | value/type
            """)
    void a_whole_number(String written, String outcome) {
        assertThat(bound("kind: campaign", "generation", written)).isEqualTo(outcome);
    }

    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            true              | true
            false             | false
            True              | value/type
            yes               | value/type
            no                | value/type
            on                | value/type
            1                 | value/type
            "true"            | value/type
            ~                 | value/type
            """)
    void true_or_false(String written, String outcome) {
        assertThat(bound("kind: message", "shorten_links", written)).isEqualTo(outcome);
    }

    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            2026-12-01T10:00           | 2026-12-01T10:00
            "2026-12-01T10:00"         | 2026-12-01T10:00
            2026-12-01T10:00-05:00     | 2026-12-01T10:00 at -05:00
            2026-12-01T10:00:30Z       | 2026-12-01T10:00:30 at Z
            2026-02-29T10:00           | value/type
            2026-12-01T24:00           | value/type
            2026-12-01                 | value/type
            2026-12-01 10:00           | value/type
            2026-12-01t10:00z          | value/type
            2026-12-01T10:00 EST       | value/type
            2026-12-01T10:00+0500      | value/type
            2026-12-01T10:00+19:00     | value/type
            01.12.2026                 | value/type
            1796119200                 | value/type
            """)
    void a_date_and_time(String written, String outcome) {
        assertThat(bound("kind: schedule", "start", written)).isEqualTo(outcome);
    }

    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            America/New_York  | America/New_York
            UTC               | UTC
            america/new_york  | value/type
            +01:00            | value/type
            UTC+1             | value/type
            GMT+01:00         | value/type
            Berlin            | value/type
            """)
    void a_zone(String written, String outcome) {
        assertThat(bound("kind: schedule", "zone", written)).isEqualTo(outcome);
    }

    /** The value of the key as it was bound, else the rule of the finding on its line. */
    private static String bound(String kind, String key, String written) {
        var checked = new DefinitionReader().read(new SourceFile("a.yaml", kind + "\n" + key + ": " + written + "\n"));
        var rule = checked.diagnostics().stream()
                .filter(finding -> finding.place().line() == 2)
                .map(Diagnostic::id)
                .findFirst();
        return rule.orElseGet(() -> {
            var root = checked.value().orElseThrow().root();
            return root.type() == ScheduleDefinition.class && key.equals("start")
                    ? said(root.part("start", WrittenTime.class).orElseThrow())
                    : root.part(key.equals("shorten_links") ? "shortenLinks" : key, Object.class)
                            .orElseThrow()
                            .toString();
        });
    }

    private static String said(WrittenTime time) {
        return time.local() + time.offset().map(offset -> " at " + offset).orElse("");
    }
}
