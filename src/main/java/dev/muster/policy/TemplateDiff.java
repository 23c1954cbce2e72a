package dev.muster.policy;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import dev.muster.model.Template;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How a message differs from a template, word by word. {@code changed} is the part of all words that differs, 0 to 1. */
record TemplateDiff(Template template, List<Segment> segments, double changed) {
    /** A word with the white space behind it, so that another line break is another word. */
    private static final Pattern WORD = Pattern.compile("\\S+\\s*|^\\s+");

    private static final double NEAR = 0.6;
    private static final int MOST_SHOWN = 5;
    private static final int LONGEST = 60;

    /** Words of the template, and those that the message has in their place; one of the two may be empty. */
    record Segment(String template, String message) {
        /** White space is shown only where nothing else differs. */
        String said() {
            boolean sameWords = template.strip().equals(message.strip());
            return sameWords
                    ? quoted(template) + " → " + quoted(message)
                    : quoted(template.strip()) + " → " + quoted(message.strip());
        }

        private static String quoted(String words) {
            var line = words.replace("\n", "⏎");
            var shown = line.codePointCount(0, line.length()) <= LONGEST
                    ? line
                    : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…";
            return shown.isEmpty() ? "nothing" : "\"" + shown + "\"";
        }
    }

    /** The template with the fewest words to change, if one is near at all. */
    static Optional<TemplateDiff> nearest(List<Template> templates, String message) {
        return templates.stream()
                .map(template -> between(template, message))
                .min(Comparator.comparingDouble(TemplateDiff::changed)
                        .thenComparing(wording -> wording.template.name()))
                .filter(wording -> wording.changed <= NEAR);
    }

    static TemplateDiff between(Template template, String message) {
        var theirs = words(template.text());
        var ours = words(template.written(message));
        var deltas = DiffUtils.diff(theirs, ours).getDeltas();
        int changed = deltas.stream().mapToInt(TemplateDiff::size).sum();
        var segments = deltas.stream().map(TemplateDiff::segment).toList();
        return new TemplateDiff(template, segments, changed / (double) Math.max(1, theirs.size() + ours.size()));
    }

    /** {@code from the template `holiday_sale` (APPROVED) it differs in "30%" → "40%"}, or which template has the text. */
    String said() {
        if (segments.isEmpty()) {
            return "`" + template.name() + "` in " + template.language() + " (" + template.status() + ") has this text";
        }
        var shown = segments.stream().limit(MOST_SHOWN).map(Segment::said).collect(Collectors.joining(", "));
        int more = segments.size() - MOST_SHOWN;
        return "from the template `" + template.name() + "` (" + template.status() + ") it differs in " + shown
                + (more > 0 ? " and " + more + " more" : "");
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }

    private static int size(AbstractDelta<String> delta) {
        return delta.getSource().size() + delta.getTarget().size();
    }

    private static Segment segment(AbstractDelta<String> delta) {
        return new Segment(
                String.join("", delta.getSource().getLines()),
                String.join("", delta.getTarget().getLines()));
    }
}
