package dev.muster.check;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The places in a message that are filled in for each person: {@code {name}}, a letter first, then also digits and _. */
final class Placeholders {
    private static final Pattern BRACES = Pattern.compile("\\{\\{[^{}]*}}|\\{[^{}]*}|[{}]");
    private static final Pattern FORM = Pattern.compile("\\{[A-Za-z][A-Za-z0-9_]*}");

    private Placeholders() {}

    /** The names that are filled in. */
    static Set<String> names(String text) {
        return FORM.matcher(text)
                .results()
                .map(match -> match.group().substring(1, match.group().length() - 1))
                .collect(Collectors.toSet());
    }

    /** Everything with a brace that is no placeholder. */
    static List<String> malformed(String text) {
        return BRACES.matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(braces -> !FORM.matcher(braces).matches())
                .distinct()
                .toList();
    }
}
