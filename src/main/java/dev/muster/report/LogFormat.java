package dev.muster.report;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.muster.diagnostic.Characters;
import dev.muster.model.ContactId;
import dev.muster.outcome.Delivery;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rows of a log, one line each, whatever stands in them. CSV follows RFC 4180 and is safe to open in a spreadsheet:
 * what a spreadsheet would take for a formula, also one of another country that parts cells by semicolons, begins with an
 * apostrophe, as does what began with one before (OWASP, CSV injection).
 */
public enum LogFormat {
    TABLE,
    CSV,
    JSONL;

    private static final List<String> COLUMNS = List.of(
            "id", "contact", "name", "number", "status", "sent", "delivered", "read", "code", "error", "message_id");
    private static final List<Integer> SHOWN = List.of(4, 5, 3, 2, 8, 9);
    private static final List<Integer> WIDTHS = List.of(10, 20, 16, 16, 7, 0);
    private static final String END = "\r\n";
    private static final Pattern FORMULA = Pattern.compile("(^|[;|])(?=\\s*[=+\\-@'＝＋－＠])");
    private static final Pattern GUARD = Pattern.compile("(^|[;|])'");
    private static final Pattern QUOTED = Pattern.compile("[,;|\"]");

    /** The first line; JSON lines have none. */
    public String header() {
        return switch (this) {
            case TABLE ->
                table(COLUMNS.stream()
                        .map(name -> name.toUpperCase(Locale.ROOT))
                        .toList());
            case CSV -> String.join(",", COLUMNS) + END;
            case JSONL -> "";
        };
    }

    public String row(Delivery row) {
        return switch (this) {
            case TABLE -> table(values(row));
            case CSV -> values(row).stream().map(LogFormat::field).collect(Collectors.joining(",")) + END;
            case JSONL -> json(row);
        };
    }

    /**
     * What a line says that this format wrote: of a header nothing, of a row everything but what was masked. A line that was
     * not written like this is an {@link IllegalArgumentException}.
     */
    public Optional<Delivery> read(String line) {
        return switch (this) {
            case TABLE -> Optional.empty();
            case CSV -> line.equals(header().strip()) ? Optional.empty() : Optional.of(delivery(fields(line)));
            case JSONL -> Optional.of(delivery(members(line)));
        };
    }

    private static List<String> values(Delivery row) {
        return List.of(
                row.id(),
                row.contact().map(ContactId::value).orElse(""),
                row.name(),
                row.number(),
                row.status(),
                time(row.sentAt()),
                time(row.deliveredAt()),
                time(row.readAt()),
                code(row.code()),
                row.error().orElse(""),
                row.messageId().orElse(""));
    }

    private static Delivery delivery(Map<String, String> values) {
        if (!values.containsKey("id")) {
            throw new IllegalArgumentException("a row without an id");
        }
        var code = values.getOrDefault("code", "");
        return new Delivery(
                values.get("id"),
                text(values, "contact").map(ContactId::new),
                values.getOrDefault("name", ""),
                values.getOrDefault("number", ""),
                values.getOrDefault("status", ""),
                text(values, "sent").map(Instant::parse),
                text(values, "delivered").map(Instant::parse),
                text(values, "read").map(Instant::parse),
                code.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(code)),
                text(values, "error"),
                text(values, "message_id"));
    }

    private static Optional<String> text(Map<String, String> values, String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    private static String time(Optional<Instant> time) {
        return time.map(Instant::toString).orElse("");
    }

    private static String code(OptionalInt code) {
        return code.isPresent() ? String.valueOf(code.getAsInt()) : "";
    }

    private static String table(List<String> values) {
        return IntStream.range(0, SHOWN.size())
                        .mapToObj(i -> padded(Characters.visible(values.get(SHOWN.get(i))), WIDTHS.get(i)))
                        .collect(Collectors.joining("  "))
                        .stripTrailing()
                + "\n";
    }

    private static String padded(String value, int width) {
        return value + " ".repeat(Math.max(0, width - value.codePointCount(0, value.length())));
    }

    private static String field(String value) {
        var line = FORMULA.matcher(Characters.visible(value)).replaceAll("$1'");
        return QUOTED.matcher(line).find() ? "\"" + line.replace("\"", "\"\"") + "\"" : line;
    }

    private static Map<String, String> fields(String line) {
        try (var csv = CsvReader.builder().ofCsvRecord(line)) {
            var fields = csv.stream().findFirst().map(CsvRecord::getFields).orElse(List.of());
            if (fields.size() != COLUMNS.size()) {
                throw new IllegalArgumentException("a row of " + fields.size() + " columns");
            }
            return IntStream.range(0, fields.size())
                    .boxed()
                    .collect(Collectors.toMap(
                            COLUMNS::get, i -> GUARD.matcher(fields.get(i)).replaceAll("$1")));
        } catch (CsvParseException | java.io.IOException e) {
            throw new IllegalArgumentException("not a row", e);
        }
    }

    private static String json(Delivery row) {
        var node = Json.object();
        var values = values(row);
        IntStream.range(0, COLUMNS.size()).filter(i -> !values.get(i).isEmpty()).forEach(i -> {
            if (i == COLUMNS.indexOf("code")) {
                node.put(COLUMNS.get(i), row.code().orElseThrow());
            } else {
                node.put(COLUMNS.get(i), values.get(i));
            }
        });
        return Json.line(node);
    }

    private static Map<String, String> members(String line) {
        try {
            var members = new TreeMap<String, String>();
            JsonMapper.shared()
                    .readTree(line)
                    .properties()
                    .forEach(entry ->
                            members.put(entry.getKey(), entry.getValue().asString()));
            return members;
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not a row", e);
        }
    }
}
