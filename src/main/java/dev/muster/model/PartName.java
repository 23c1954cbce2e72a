package dev.muster.model;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which of a campaign's parts it is: words with points between, such as {@code es_MX.03}. The last is the chunk, counted from
 * one; before it stands whatever else its people have in common.
 */
public record PartName(String value) implements Comparable<PartName> {
    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9_]{1,20}\\.){0,4}[0-9]{2,6}");

    public PartName {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not the name of a part: " + value);
        }
    }

    /** The chunk of so many, of the people who get a language where a campaign has several. */
    public static PartName of(Optional<String> language, int chunk, int chunks) {
        int digits = Math.max(2, String.valueOf(chunks).length());
        var number = String.format(Locale.ROOT, "%0" + digits + "d", chunk);
        return new PartName(language.map(code -> code + "." + number).orElse(number));
    }

    @Override
    public int compareTo(PartName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
