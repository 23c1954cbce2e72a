package dev.muster.number;

import dev.muster.number.NumberPlans.Parsed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Brings numbers as people, spreadsheets and systems write them to E.164, one spelling for each account. What it cannot be
 * sure of it does not guess: a number without a country's code needs a country, one that could be two different numbers is
 * none. Instances may be shared between threads.
 */
public final class NumberReader {
    private static final PlainForm PLAIN = new PlainForm();
    private static final TwoSpellings SPELLINGS = new TwoSpellings(TwoSpellings.published(), NumberPlans::isAssigned);

    private static final ParsedNumber.Blank BLANK = new ParsedNumber.Blank();
    private static final Pattern SIGNS = Pattern.compile("[+0-9 ().\\[\\]/~-]*");
    private static final Pattern TRUNK = Pattern.compile("[(\\[] ?0 ?[)\\]]");

    /** Prefixes of international calls: of most countries, of North America, and of Australia. */
    private static final List<String> CALLS_ABROAD = List.of("00", "011", "0011");

    private final Optional<String> country;
    private final boolean digitsHaveCountry;

    private NumberReader(Optional<String> country, boolean digitsHaveCountry) {
        this.country = country;
        this.digitsHaveCountry = digitsHaveCountry;
    }

    /** Reads what people write; a number without a country's code is of this region, or cannot be read. */
    public static NumberReader ofPeople(Optional<String> region) {
        return new NumberReader(region, false);
    }

    /** Reads what SeaX and WhatsApp give: digits alone begin with the country's code. */
    public static NumberReader ofSystems() {
        return new NumberReader(Optional.empty(), true);
    }

    /** Whether libphonenumber knows this region. */
    public static boolean isCountry(String region) {
        return NumberPlans.isCountry(region);
    }

    /** Whether its country's plan has such numbers. */
    public static boolean isAssigned(String e164) {
        return NumberPlans.isAssigned(e164);
    }

    static TwoSpellings spellings() {
        return SPELLINGS;
    }

    /** What the text is; a number comes in the one spelling that its account is compared by. */
    public ParsedNumber read(String written) {
        return PLAIN.has(written) ? new ParsedNumber.Read(SPELLINGS.sure(written)) : read(WrittenNumber.of(written));
    }

    private ParsedNumber read(WrittenNumber number) {
        var text = number.text();
        if (text.isEmpty()) {
            return number.hasExtension() ? UnreadableReason.noNumber() : BLANK;
        }
        return Spreadsheet.trouble(text)
                .or(() -> wrongSigns(text))
                .<ParsedNumber>map(trouble -> trouble)
                .orElseGet(() -> chosen(number));
    }

    private static Optional<ParsedNumber.Unreadable> wrongSigns(String text) {
        if (text.codePoints().anyMatch(Character::isLetter)) {
            return Optional.of(UnreadableReason.letters());
        }
        if (text.indexOf('+') != text.lastIndexOf('+') || text.matches("[^,;|:]*[0-9][^0-9]*(?:[,;|]|:::).*[0-9].*")) {
            return Optional.of(UnreadableReason.severalNumbers());
        }
        boolean isPlusInside = text.replaceFirst("^[(\\[ ]*\\+", "").indexOf('+') >= 0;
        return SIGNS.matcher(text).matches() && !isPlusInside
                ? Optional.empty()
                : Optional.of(UnreadableReason.noNumber());
    }

    /** Of all that the text can mean, the one that is a number; none where it could be several. */
    private ParsedNumber chosen(WrittenNumber number) {
        var meanings = meanings(number);
        var assigned = meanings.stream()
                .filter(Parsed::isAssigned)
                .map(Parsed::e164)
                .distinct()
                .toList();
        if (assigned.size() > 1) {
            return UnreadableReason.severalMeanings();
        }
        if (isCodeDoubled(number.text(), assigned)) {
            return UnreadableReason.codeDoubled();
        }
        if (assigned.isEmpty() && isZeroBeforeCode(number.text())) {
            return UnreadableReason.zeroBeforeCode();
        }
        var possible = meanings.stream().filter(Parsed::isPossible).findFirst().map(Parsed::e164);
        return assigned.stream()
                .findFirst()
                .or(() -> possible)
                .<ParsedNumber>map(e164 -> new ParsedNumber.Read(SPELLINGS.sure(e164), number.hasExtension()))
                .orElseGet(() -> unreadable(number, meanings));
    }

    /** Digits that are a number of the region as they are, and another one when the region's code is put in front. */
    private boolean isCodeDoubled(String text, List<String> assigned) {
        var digits = digits(text);
        return !text.contains("+")
                && country.map(NumberPlans::callingCode)
                        .filter(digits::startsWith)
                        .isPresent()
                && !assigned.contains("+" + digits)
                && NumberPlans.isAssigned("+" + digits);
    }

    /** {@code 091 98765 43210} in India: a trunk's zero in front of the country's code, which is dialled nowhere. */
    private boolean isZeroBeforeCode(String text) {
        var digits = digits(text);
        return !text.contains("+")
                && country.map(region -> "0" + NumberPlans.callingCode(region))
                        .filter(digits::startsWith)
                        .isPresent()
                && NumberPlans.isAssigned(SPELLINGS.sure("+" + digits.substring(1)));
    }

    private List<Parsed> meanings(WrittenNumber number) {
        var meanings = new ArrayList<Parsed>();
        for (var text : List.of(
                TRUNK.matcher(number.text()).replaceAll(" "),
                TRUNK.matcher(number.text()).replaceAll("0"))) {
            plusForms(number, text).map(NumberReader::international).forEach(meanings::add);
            if (!text.contains("+") && !number.hasCountry()) {
                country.map(region -> NumberPlans.national(text, region)).ifPresent(meanings::add);
            }
        }
        return meanings;
    }

    /** Another spelling of an account may be too long or too short for its country's plan. */
    private static Parsed international(String plus) {
        return NumberPlans.international(SPELLINGS.sure(plus));
    }

    private Stream<String> plusForms(WrittenNumber number, String text) {
        var digits = digits(text);
        if (text.contains("+")) {
            return Stream.of("+" + digits.replaceFirst("^00", ""));
        }
        var abroad = CALLS_ABROAD.stream()
                .filter(prefix -> digits.startsWith(prefix) && digits.length() > prefix.length())
                .map(prefix -> digits.substring(prefix.length()))
                .filter(rest -> rest.charAt(0) != '0')
                .map(rest -> "+" + rest);
        return isWhole(number, digits) ? Stream.of("+" + digits) : abroad;
    }

    /** Signs between digits are a person's, and a person may have left the country's code out. */
    private boolean isWhole(WrittenNumber number, String digits) {
        boolean isWritten = !digits.equals(number.text());
        return !digits.startsWith("0")
                && (number.hasCountry()
                        || (digitsHaveCountry && (!isWritten || NumberPlans.isAssigned(SPELLINGS.sure("+" + digits)))));
    }

    private static String digits(String text) {
        return text.replaceAll("[^0-9]", "");
    }

    private ParsedNumber.Unreadable unreadable(WrittenNumber number, List<Parsed> meanings) {
        boolean hasCountry = number.text().contains("+") || country.isPresent();
        return meanings.stream()
                .findFirst()
                .map(first -> UnreadableReason.of(first.length(), hasCountry))
                .orElseGet(UnreadableReason::noCountry);
    }
}
