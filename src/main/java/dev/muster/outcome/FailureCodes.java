package dev.muster.outcome;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What Meta's error codes mean, read from {@code failure-codes.properties} beside this class, which names its source and
 * date.
 */
public final class FailureCodes {
    /** Smaller numbers in a text may be anything. */
    private static final int LEAST_IN_TEXT = 10_000;

    private static final Pattern CODE = Pattern.compile("(?<![0-9])[0-9]{1,6}(?![0-9])");

    private final SortedMap<Integer, Meaning> meanings = new TreeMap<>();
    private final SortedMap<String, Integer> phrases = new TreeMap<>();

    /** Whether people to whom a message failed for this may go into a new, reviewed campaign. */
    public enum Again {
        /** These people must not be messaged any more. */
        NEVER,
        /** Another try would fail the same way. */
        NO,
        /** Later, in a campaign of its own. */
        LATER,
        /** When what is wrong was put right. */
        AFTER_FIX
    }

    /** A code, what it says, whether its people may be tried again, and what to do. */
    public record Meaning(int code, String text, Again again, String remedy) {}

    private FailureCodes(Properties file) {
        for (var name : file.stringPropertyNames()) {
            if (CODE.matcher(name).matches()) {
                read(file, name);
            }
        }
    }

    private void read(Properties file, String name) {
        int code = Integer.parseInt(name);
        meanings.put(
                code,
                new Meaning(
                        code,
                        required(file, name),
                        Again.valueOf(required(file, name + ".again").toUpperCase(Locale.ROOT)),
                        required(file, name + ".do")));
        for (var phrase : file.getProperty(name + ".phrases", "").split("\\|", -1)) {
            if (!phrase.isBlank()) {
                phrases.put(phrase.strip().toLowerCase(Locale.ROOT), code);
            }
        }
    }

    private static String required(Properties file, String key) {
        return Objects.requireNonNull(file.getProperty(key), key).strip();
    }

    /** The codes that came with this version of Muster. */
    public static FailureCodes published() {
        try (var file = FailureCodes.class.getResourceAsStream("failure-codes.properties")) {
            var rows = new Properties();
            rows.load(new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8));
            return new FailureCodes(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Optional<Meaning> meaning(int code) {
        return Optional.ofNullable(meanings.get(code));
    }

    /** The code of a failure: told by SeaX, or found in its text, as a number that has a meaning or as a known phrase. */
    Optional<Integer> codeOf(Delivery delivery) {
        if (delivery.code().isPresent()) {
            return Optional.of(delivery.code().getAsInt());
        }
        return delivery.error().flatMap(text -> numberIn(text).or(() -> phraseIn(text)));
    }

    private Optional<Integer> numberIn(String text) {
        return CODE.matcher(text)
                .results()
                .map(found -> Integer.parseInt(found.group()))
                .filter(code -> code >= LEAST_IN_TEXT && meanings.containsKey(code))
                .findFirst();
    }

    private Optional<Integer> phraseIn(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        return phrases.entrySet().stream()
                .filter(phrase -> lower.contains(phrase.getKey()))
                .map(phrase -> phrase.getValue())
                .findFirst();
    }

    /** All that are known, by number. */
    public List<Meaning> all() {
        return List.copyOf(meanings.values());
    }
}
