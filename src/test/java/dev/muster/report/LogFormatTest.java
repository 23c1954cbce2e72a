package dev.muster.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import dev.muster.outcome.Delivery;
import dev.muster.testing.LogRows;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LogFormatTest {
    private static final List<String> PIECES = List.of(
            "=1+1",
            "+",
            "-",
            "@SUM(A1)",
            "'",
            ";",
            "|",
            ",",
            "\"",
            "\n",
            "\r",
            "\t",
            " ",
            "\u202e",
            "\u001b[2J",
            "a",
            "Ä",
            "🎉",
            "::error::",
            "＝1",
            "\u0000",
            "\\",
            "131026",
            "null");

    private static Delivery hostile(Random random) {
        return LogRows.of(LogRows.failed("log_" + random.nextInt(99), text(random)), text(random), text(random));
    }

    private static String text(Random random) {
        return IntStream.range(0, 1 + random.nextInt(6))
                .mapToObj(i -> PIECES.get(random.nextInt(PIECES.size())))
                .collect(Collectors.joining());
    }

    /** Split by commas as it is meant, or by semicolons as a spreadsheet of another country would. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void no_cell_is_a_formula_and_every_row_is_one_line(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            var line = LogFormat.CSV.row(hostile(random));
            assertThat(line).endsWith("\r\n").doesNotContain("\u202e", "\u001b", "\u0000", "\t");
            assertThat(line.strip().lines()).hasSize(1);
            var cells = CsvReader.builder().ofCsvRecord(line).stream()
                    .findFirst()
                    .orElseThrow()
                    .getFields();
            assertThat(cells).hasSize(11);
            for (var cell : cells) {
                assertThat(List.of(cell.split("[;|]", -1)))
                        .noneMatch(part -> part.strip().matches("(?s)[=+\\-@＝＋－＠].*"));
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void what_counts_is_read_again_as_it_was_written(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            var row = hostile(random);
            assertThat(LogFormat.JSONL.read(LogFormat.JSONL.row(row).strip())).contains(row);
            var again = LogFormat.CSV.read(LogFormat.CSV.row(row).strip()).orElseThrow();
            assertThat(again.id()).isEqualTo(row.id());
            assertThat(again.fate()).isEqualTo(row.fate());
            assertThat(again.sentAt()).isEqualTo(row.sentAt());
        }
    }

    @Test
    void a_row_for_people_for_spreadsheets_and_for_programs() {
        var row = LogRows.of(LogRows.failed("log_1", 131026), "=cmd|' /C calc'!A0", "+15550100100");
        assertThat(LogFormat.CSV.header() + LogFormat.CSV.row(row)).isEqualTo("""
                id,contact,name,number,status,sent,delivered,read,code,error,message_id\r
                log_1,contact_log_1,"'=cmd|'' /C calc'!A0",'+15550100100,failed,2026-12-01T15:00:01Z,2026-12-01T15:00:10Z,,131026,an error,wamid.HBgLMTU1NTAxMDAxMDA\r
                """);
        assertThat(LogFormat.JSONL.header() + LogFormat.JSONL.row(row)).isEqualTo("""
                {"id":"log_1","contact":"contact_log_1","name":"=cmd|' /C calc'!A0","number":"+15550100100",\
                "status":"failed","sent":"2026-12-01T15:00:01Z","delivered":"2026-12-01T15:00:10Z","code":131026,\
                "error":"an error","message_id":"wamid.HBgLMTU1NTAxMDAxMDA"}
                """);
        assertThat(LogFormat.TABLE.header() + LogFormat.TABLE.row(row)).isEqualTo("""
                STATUS      SENT                  NUMBER            NAME              CODE     ERROR
                failed      2026-12-01T15:00:01Z  +15550100100      =cmd|' /C calc'!A0  131026   an error
                """);
    }

    @ParameterizedTest
    @EnumSource(names = {"CSV", "JSONL"})
    void what_was_not_written_like_this_is_no_row(LogFormat format) {
        for (var line : List.of("", "one,two", "{}", "{\"id\":", "[1]", "\"a")) {
            assertThatThrownBy(() -> format.read(line)).as(line).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
