package dev.muster.report.text;

import dev.muster.diagnostic.Characters;
import dev.muster.diff.WordDifference;
import dev.muster.diff.WordDifference.Segment;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A word difference in one line, {@code Get [-30%-]{+25%+} off}, with what stays the same shortened to the words around a
 * change. A line break in the message reads {@code ↵}.
 */
final class WordDifferenceText {
    private static final int AROUND = 24;

    private WordDifferenceText() {}

    static String of(WordDifference difference) {
        var segments = difference.segments();
        var last = segments.size() - 1;
        return IntStream.rangeClosed(0, last)
                .mapToObj(at -> one(segments.get(at), at == 0, at == last))
                .collect(Collectors.joining());
    }

    private static String one(Segment segment, boolean first, boolean last) {
        var text = Characters.visible(segment.text().replace("\n", "↵ "));
        return switch (segment.kind()) {
            case REMOVED -> "[-" + text + "-]";
            case ADDED -> "{+" + text + "+}";
            case SAME -> shortened(text, first ? 0 : AROUND, last ? 0 : AROUND);
        };
    }

    /** The beginning and the end, so long as they are next to a change. */
    private static String shortened(String text, int head, int tail) {
        if (text.codePointCount(0, text.length()) <= head + tail + 1) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, head))
                + "…"
                + text.substring(text.offsetByCodePoints(text.length(), -tail));
    }
}
