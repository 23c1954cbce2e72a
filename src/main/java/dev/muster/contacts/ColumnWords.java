package dev.muster.contacts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Guesses what a column is for by the words in its name, in the languages and programs of the data file. A guess is told
 * to the user and never acted upon.
 */
final class ColumnWords {
    private static final Properties WORDS = words();
    private static final Set<String> WHATSAPP = set("whatsapp");
    private static final Set<String> PHONE = set("phone");
    private static final Set<String> NO_PHONE = set("phone.not");
    private static final Set<String> LABELS = set("labels");
    private static final Set<String> PERHAPS_LABELS = set("labels.perhaps");
    private static final Set<String> NAME = set("name");
    private static final Set<String> AROUND = set("around");
    private static final Set<String> OPT_OUT = set("optout");
    private static final Set<String> OPT_OUT_LABELS = set("optout.label");
    private static final Set<String> OTHER_CHANNELS = set("channel.other");
    private static final Set<String> CONSENT = set("consent");
    private static final Set<String> CONSENT_WHOLE = set("consent.whole");
    private static final int LONG = 5;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+|(?<=\\p{Ll})(?=\\p{Lu})");

    private ColumnWords() {}

    /** A column's likely meaning; {@code isSure} is false for words that name many other things too. */
    record Guess(ColumnMeaning meaning, boolean isSure) {}

    static Optional<Guess> guess(String column) {
        var words = split(column);
        if (words.stream().noneMatch(NO_PHONE::contains)) {
            if (words.stream().anyMatch(WHATSAPP::contains)) {
                return Optional.of(new Guess(ColumnMeaning.WHATSAPP, true));
            }
            if (words.stream().anyMatch(ColumnWords::isPhone)) {
                return Optional.of(new Guess(ColumnMeaning.PHONE, true));
            }
        }
        return ofWholeName(words);
    }

    private static boolean isPhone(String word) {
        return PHONE.contains(word) || isTypo(word, "phone") || isTypo(word, "telephone");
    }

    private static Optional<Guess> ofWholeName(List<String> words) {
        if (consistsOf(words, LABELS) || isTypo(String.join("", words), "labels")) {
            return Optional.of(new Guess(ColumnMeaning.LABELS, true));
        }
        if (consistsOf(words, PERHAPS_LABELS)) {
            return Optional.of(new Guess(ColumnMeaning.LABELS, false));
        }
        return consistsOf(words, NAME) ? Optional.of(new Guess(ColumnMeaning.NAME, false)) : Optional.empty();
    }

    /** Whether a column seems to say who does not want to be messaged. */
    static boolean isOptOut(String column) {
        return names(column, OPT_OUT);
    }

    /** The same of a label, which may be a word too short to stand for a column. */
    static boolean isOptOutLabel(String label) {
        return isOptOut(label) || OPT_OUT_LABELS.contains(String.join("", split(label)));
    }

    /** Whether a column is about messages of another kind. */
    static boolean isAboutAnotherChannel(String column) {
        return split(column).stream().anyMatch(OTHER_CHANNELS::contains);
    }

    /** Whether a column seems to say who agreed to be messaged, in whatever way. */
    static boolean isConsent(String column) {
        boolean isNamed = names(column, CONSENT) || CONSENT_WHOLE.contains(String.join("", split(column)));
        return isNamed && !isOptOut(column);
    }

    static boolean isAboutWhatsApp(String column) {
        return split(column).stream().anyMatch(WHATSAPP::contains);
    }

    private static boolean names(String column, Set<String> meant) {
        var words = split(column);
        var whole = String.join("", words);
        return meant.stream()
                .anyMatch(begin -> (begin.length() >= LONG && whole.contains(begin))
                        || words.stream().anyMatch(word -> word.startsWith(begin)));
    }

    private static boolean consistsOf(List<String> words, Set<String> meant) {
        return words.stream().anyMatch(meant::contains)
                && words.stream().allMatch(word -> meant.contains(word) || AROUND.contains(word));
    }

    /** Words in lower case and without accents; "WhatsApp" and "whats app" are one word. */
    private static List<String> split(String column) {
        var bare = MARKS.matcher(Normalizer.normalize(column, Normalizer.Form.NFKD))
                .replaceAll("")
                .replaceAll("(?i)whats[ _-]?app", "whatsapp ");
        return Arrays.stream(BETWEEN.split(bare))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty() && !word.chars().allMatch(Character::isDigit))
                .toList();
    }

    /** One letter too many, too few or another, or two that changed places. */
    static boolean isTypo(String word, String meant) {
        if (word.equals(meant) || Math.abs(word.length() - meant.length()) > 1) {
            return false;
        }
        int same = 0;
        while (same < Math.min(word.length(), meant.length()) && word.charAt(same) == meant.charAt(same)) {
            same++;
        }
        var one = word.substring(same);
        var other = meant.substring(same);
        return tail(one, 1).equals(tail(other, 1))
                || one.equals(tail(other, 1))
                || tail(one, 1).equals(other)
                || isSwapped(one, other);
    }

    private static boolean isSwapped(String one, String other) {
        return one.length() == other.length()
                && one.length() > 1
                && one.charAt(0) == other.charAt(1)
                && one.charAt(1) == other.charAt(0)
                && tail(one, 2).equals(tail(other, 2));
    }

    private static String tail(String text, int from) {
        return text.substring(Math.min(from, text.length()));
    }

    private static Set<String> set(String name) {
        return Set.of(WORDS.getProperty(name, "").trim().split("\\s+"));
    }

    private static Properties words() {
        try (var file = ColumnWords.class.getResourceAsStream("column-words.properties")) {
            var words = new Properties();
            words.load(file);
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
