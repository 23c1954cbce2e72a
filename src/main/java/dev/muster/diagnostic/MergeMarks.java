package dev.muster.diagnostic;

import java.util.OptionalInt;
import java.util.regex.Pattern;

/** The lines that git puts into a text file that it could not merge, also where only some of them were taken out again. */
public final class MergeMarks {
    /**
     * As {@code man git-merge} describes them, with the middle one of {@code merge.conflictStyle=diff3}; longer ones come from
     * the attribute {@code conflict-marker-size}, and from a merge whose common version is itself a merge.
     */
    private static final Pattern MARK =
            Pattern.compile("^(?:(?:<{7,}|>{7,}|\\|{7,})(?: [^\\n]*)?|={7,})\\r?$", Pattern.MULTILINE);

    private MergeMarks() {}

    /** Whether this line, with its line feed or without, is such a mark. */
    static boolean isMark(String line) {
        return MARK.matcher(line).lookingAt();
    }

    /** The first line that is such a mark, counted from 1. */
    public static OptionalInt line(String text) {
        var mark = MARK.matcher(text);
        return mark.find()
                ? OptionalInt.of(1
                        + (int) text.substring(0, mark.start())
                                .chars()
                                .filter(c -> c == '\n')
                                .count())
                : OptionalInt.empty();
    }
}
