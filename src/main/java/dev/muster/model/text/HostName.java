package dev.muster.model.text;

import java.net.IDN;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The name of a host, as people read it and in the ASCII form by which the internet knows it ({@code bücher.example} and
 * {@code xn--bcher-kva.example}). Names are compared by both, so that {@code faß.example}, which old browsers take for
 * {@code fass.example} and new ones for another host, is neither.
 */
public record HostName(String unicode, String ascii) {
    private static final Pattern DOTS = Pattern.compile("[\\u3002\\uFF0E\\uFF61\\u2024\\uFE52]");
    private static final Pattern LAST_DOTS = Pattern.compile("\\.+$");
    private static final Pattern NUMBERS = Pattern.compile("(0x[0-9a-f]+|[0-9]+)(\\.(0x[0-9a-f]+|[0-9]+)){0,3}");
    private static final Pattern NAME = Pattern.compile("[a-z0-9._-]+");

    private static final Pattern MIXED = Pattern.compile(
            "(?=.*\\p{IsLatin}).*[\\p{L}&&[^\\p{IsLatin}\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}\\p{IsBopomofo}]]");

    /** RFC 5894, section 7.2: the two versions of IDNA disagree on these. */
    private static final Pattern DISPUTED = Pattern.compile("[ßẞς\\u200C\\u200D]");

    /** The host that is written so, in any case, with any of the full stops that browsers take for a dot. */
    public static HostName of(String written) {
        var name = LAST_DOTS.matcher(DOTS.matcher(written).replaceAll(".")).replaceFirst("");
        var ascii = ascii(name);
        return new HostName(unicode(name, ascii), ascii);
    }

    private static String unicode(String name, String ascii) {
        if (DISPUTED.matcher(name).find()) {
            return name.toLowerCase(Locale.ROOT);
        }
        return ascii.contains("xn--") ? IDN.toUnicode(ascii) : ascii;
    }

    private static String ascii(String name) {
        if (name.chars().allMatch(c -> c < 0x80)) {
            return name.toLowerCase(Locale.ROOT);
        }
        try {
            return IDN.toASCII(name, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return name.toLowerCase(Locale.ROOT); // no name that the internet knows
        }
    }

    /** Whether it is the address of a machine instead of a name: nobody can see whose it is. */
    public boolean isBareAddress() {
        return ascii.startsWith("[") || NUMBERS.matcher(ascii).matches();
    }

    /** Whether a list entry names this host: {@code example.com}, or {@code *.example.com} for all hosts below it. */
    public boolean isListedAs(String entry) {
        boolean isWhole =
                NAME.matcher(ascii).matches() && !DISPUTED.matcher(unicode).find();
        return isWhole && (entry.startsWith("*.") ? ascii.endsWith(entry.substring(1)) : ascii.equals(entry));
    }

    /** Both forms where they differ: {@code bücher.example (xn--bcher-kva.example)}. */
    @Override
    public String toString() {
        return unicode.equals(ascii) ? unicode : unicode + " (" + ascii + ")";
    }

    /** Whether one of its labels has letters of Latin and of another alphabet, as names made to deceive have. */
    public boolean mixesAlphabets() {
        return Arrays.stream(unicode.split("\\.", -1))
                .anyMatch(label -> MIXED.matcher(label).find());
    }

    /** The host without what it may tell of a person: of each label but a top-level domain its first letter. */
    public String masked() {
        return Arrays.stream(unicode.split("\\.", -1)).map(HostName::masked).collect(Collectors.joining("."));
    }

    private static String masked(String label) {
        return label.isEmpty() || TopLevelDomains.contains(label)
                ? label
                : label.substring(0, label.offsetByCodePoints(0, 1)) + "…";
    }
}
