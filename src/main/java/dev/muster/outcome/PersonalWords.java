package dev.muster.outcome;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What may tell in a text who a person is: the words of their name in any case, with or without accents, their number and
 * every other number of a telephone's length, addresses of mail, and ids. A text that is left is about nobody.
 */
final class PersonalWords {
    private static final String HIDDEN = "…";

    /** A number's last digits that name a person among few. */
    private static final int TELLING_DIGITS = 4;

    /** Longer than any of Meta's codes. */
    private static final int DIGITS_OF_A_NUMBER = 7;

    private static final Pattern DIGITS = Pattern.compile("\\+?\\p{Nd}(?:[\\s\\p{Zs}()./\\p{Pd}]{0,3}\\p{Nd})*");
    private static final Pattern MAIL = Pattern.compile("[^\\s<>\"'(]+@[^\\s<>\"')]+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{Nd}]{2,}");

    /** Scripts that write no blanks between words. */
    private static final Pattern UNSPACED = Pattern.compile(
            "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}\\p{IsMyanmar}]");

    private static final Pattern ACCENTS = Pattern.compile("\\p{Mn}");

    private final String number;
    private final List<String> whole;
    private final Optional<Pattern> words;

    PersonalWords(Delivery row) {
        number = digits(row.number());
        whole = Stream.concat(row.messageId().stream(), row.contact().map(id -> id.value()).stream())
                .filter(id -> id.length() >= TELLING_DIGITS)
                .toList();
        words = WORD.matcher(row.name())
                .results()
                .map(MatchResult::group)
                .flatMap(PersonalWords::spellings)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(PersonalWords::bounded)
                .reduce((one, other) -> one + "|" + other)
                .map(any -> Pattern.compile(any, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }

    private static Stream<String> spellings(String word) {
        var apart = Normalizer.normalize(word, Normalizer.Form.NFD);
        var together = Normalizer.normalize(word, Normalizer.Form.NFC);
        return Stream.of(word, together, apart, ACCENTS.matcher(apart).replaceAll(""))
                .filter(spelling -> !spelling.isEmpty());
    }

    private static String bounded(String word) {
        var quoted = Pattern.quote(word);
        return UNSPACED.matcher(word).find()
                ? quoted
                : "(?<![\\p{L}\\p{M}\\p{Nd}])" + quoted + "(?![\\p{L}\\p{M}\\p{Nd}])";
    }

    String hidden(String text) {
        var left = text;
        for (var id : whole) {
            left = left.replace(id, HIDDEN);
        }
        left = MAIL.matcher(left).replaceAll(HIDDEN);
        var nameless = left;
        left = words.map(any -> any.matcher(nameless).replaceAll(HIDDEN)).orElse(nameless);
        left = left.replaceAll(HIDDEN + "(?:\\h+" + HIDDEN + ")+", HIDDEN); // one name, of however many words
        return DIGITS.matcher(left)
                .replaceAll(found -> isTelling(found.group()) ? HIDDEN : Matcher.quoteReplacement(found.group()));
    }

    private boolean isTelling(String found) {
        var digits = digits(found);
        return digits.length() >= DIGITS_OF_A_NUMBER || (digits.length() >= TELLING_DIGITS && number.endsWith(digits));
    }

    private static String digits(String text) {
        return text.codePoints()
                .filter(Character::isDigit)
                .map(Character::getNumericValue)
                .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                .toString();
    }
}
