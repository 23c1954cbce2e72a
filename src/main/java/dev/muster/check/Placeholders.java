package dev.muster.check;

import dev.muster.model.Placeholder;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The places in a message that are filled in for each person: {@code {name}}, a letter first, then also digits and _. */
final class Placeholders {
    private static final Pattern BRACES = Pattern.compile("\\{\\{[^{}]*}}|\\{[^{}]*}|[{}]");

    private Placeholders() {}

    /** The names that are filled in. */
    static Set<String> names(String text) {
        return Placeholder.namesIn(text);
    }

    /** Everything with a brace that is no placeholder. */
    static List<String> malformed(String text) {
        return BRACES.matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(braces -> !Placeholder.FORM.matcher(braces).matches())
                .distinct()
                .toList();
    }
}
