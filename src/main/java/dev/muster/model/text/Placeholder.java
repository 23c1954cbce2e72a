package dev.muster.model.text;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a message that SeaX fills in for each person, such as {@code {name}}: one pair of braces around a letter, then
 * letters, digits and {@code _}. Where a person has no value, the braces stay in the text as they are.
 */
public final class Placeholder {
    /** The form of a placeholder, its name as the first group. */
    public static final Pattern FORM = Pattern.compile("\\{([A-Za-z][A-Za-z0-9_]*)}");

    private static final Pattern BRACES = Pattern.compile("\\{\\{[^{}]*}}|\\{[^{}]*}|[{}]");

    private static final Set<String> RESERVED = Set.of("labels", "whatsapp");

    private Placeholder() {}

    /** Whether SeaX keeps the word for itself, so that no field of a contact can fill it in. */
    public static boolean isReserved(String name) {
        return RESERVED.contains(name.toLowerCase(Locale.ROOT));
    }

    /** The names that a text has filled in, each once, as they are written. */
    public static SortedSet<String> namesIn(String text) {
        var names = new TreeSet<String>();
        FORM.matcher(text).results().forEach(match -> names.add(match.group(1)));
        return names;
    }

    /** Everything with a brace that is no placeholder, each once. */
    public static List<String> malformedIn(String text) {
        return BRACES.matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(braces -> !FORM.matcher(braces).matches())
                .distinct()
                .toList();
    }

    /** The text with every placeholder replaced by what stands for its name. */
    public static String replaced(String text, Function<String, String> values) {
        return FORM.matcher(text).replaceAll(match -> Matcher.quoteReplacement(values.apply(match.group(1))));
    }

    /** The name between its braces, as people read it when nothing is filled in. */
    public static String raw(String name) {
        return "{" + name + "}";
    }
}
