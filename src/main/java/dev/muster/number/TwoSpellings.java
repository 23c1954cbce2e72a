package dev.muster.number;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The countries where one account has two spellings, read from {@code two-spellings.properties} beside this class, where
 * each row has its date and its source. The numbering plan decides how sure that is: a spelling that nobody can have been
 * given is surely the other one; where both can be given, they are only likely to be the same.
 */
final class TwoSpellings {
    private static final String FORM = ".other";

    private final List<Row> rows;
    private final Predicate<String> isAssigned;

    /** How the other spelling is found and how it is written in the one that is compared. */
    record Row(String country, String begin, Pattern other, String usual, LocalDate asOf, String source) {
        private static Row of(Properties file, String country) {
            var other = required(file, country + FORM);
            return new Row(
                    country,
                    required(file, country + ".begin"),
                    Pattern.compile(other),
                    required(file, country + ".usual"),
                    LocalDate.parse(required(file, country + ".as_of")),
                    required(file, country + ".source"));
        }

        Optional<String> rewritten(String e164) {
            return Optional.of(e164)
                    .filter(number -> number.startsWith(begin))
                    .map(other::matcher)
                    .filter(java.util.regex.Matcher::matches)
                    .map(match -> match.replaceFirst(usual));
        }

        private static String required(Properties file, String key) {
            return Objects.requireNonNull(file.getProperty(key), key).strip();
        }
    }

    TwoSpellings(List<Row> rows, Predicate<String> isAssigned) {
        this.rows = List.copyOf(rows);
        this.isAssigned = isAssigned;
    }

    /** The rows that came with this version of Muster. */
    static List<Row> published() {
        try (var file = TwoSpellings.class.getResourceAsStream("two-spellings.properties")) {
            var read = new Properties();
            read.load(new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8));
            return read.stringPropertyNames().stream()
                    .filter(name -> name.endsWith(FORM))
                    .map(name -> Row.of(read, name.substring(0, name.length() - FORM.length())))
                    .sorted(Comparator.comparing(Row::country))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The spelling that is compared, where this one is surely another of the same account; else as it is. */
    String sure(String e164) {
        return rows.stream()
                .flatMap(row -> row.rewritten(e164).stream())
                .filter(usual -> isAssigned.test(usual) && !isAssigned.test(e164))
                .findFirst()
                .orElse(e164);
    }

    /** Whether a number of this country may have two spellings. */
    boolean concern(String e164) {
        return rows.stream().anyMatch(row -> e164.startsWith(row.begin()));
    }

    /** The spelling that stands for all that are likely the same account. */
    String likely(String e164) {
        return rows.stream()
                .flatMap(row -> row.rewritten(e164).stream())
                .filter(isAssigned)
                .findFirst()
                .orElse(e164);
    }
}
