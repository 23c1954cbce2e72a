package dev.muster.diagnostic;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The two texts that git put into one between its conflict marks, and the text that both come from where the marks have it
 * ({@code merge.conflictStyle=diff3}). A side can have conflict marks again: of a merge with a text that had some.
 */
public record MergeSides(Side ours, Optional<Side> base, Side theirs) {
    private static final Pattern LINE = Pattern.compile("[^\\n]*\\n|[^\\n]+");

    /** A text, and what git's mark calls it: a branch or a commit. */
    public record Side(String label, String text) {}

    /** Empty where the text has no marks, or not all of them any more. */
    public static Optional<MergeSides> of(String text) {
        var parting = new Parting();
        boolean parted = LINE.matcher(text).results().allMatch(line -> parting.take(line.group()));
        return parted ? parting.sides() : Optional.empty();
    }

    private enum Part {
        ALL,
        OURS,
        BASE,
        THEIRS
    }

    /** The state after some lines. */
    private static final class Parting {
        private final StringBuilder ours = new StringBuilder();
        private final StringBuilder base = new StringBuilder();
        private final StringBuilder theirs = new StringBuilder();
        private String ourLabel = "";
        private String baseLabel = "";
        private String theirLabel = "";
        private boolean hasBase;
        private int depth;
        private Part part = Part.ALL;

        /** False where this line cannot stand here. */
        boolean take(String line) {
            char mark = MergeMarks.isMark(line) ? line.charAt(0) : ' ';
            return switch (mark) {
                case '<' -> opened(line);
                case '|' -> depth > 1 ? copied(line) : middle(line);
                case '=' -> depth > 1 ? copied(line) : turned();
                case '>' -> depth > 1 ? nestedEnd(line) : closed(line);
                default -> copied(line);
            };
        }

        private boolean opened(String line) {
            depth++;
            if (depth > 1) {
                return copied(line);
            }
            ourLabel = label(line);
            part = Part.OURS;
            return true;
        }

        private boolean middle(String line) {
            baseLabel = label(line);
            hasBase = true;
            return moved(part == Part.OURS, Part.BASE);
        }

        private boolean turned() {
            return moved(part == Part.OURS || part == Part.BASE, Part.THEIRS);
        }

        private boolean closed(String line) {
            theirLabel = label(line);
            depth = 0;
            return moved(part == Part.THEIRS, Part.ALL);
        }

        private boolean nestedEnd(String line) {
            depth--;
            return copied(line);
        }

        private boolean moved(boolean allowed, Part next) {
            part = next;
            return allowed;
        }

        private boolean copied(String line) {
            append(ours, line, Part.OURS);
            append(base, line, Part.BASE);
            append(theirs, line, Part.THEIRS);
            return true;
        }

        private void append(StringBuilder side, String line, Part own) {
            if (part == Part.ALL || part == own) {
                side.append(line);
            }
        }

        Optional<MergeSides> sides() {
            return part == Part.ALL && !(ourLabel + theirLabel).isEmpty() ? Optional.of(both()) : Optional.empty();
        }

        private MergeSides both() {
            var common = hasBase ? Optional.of(new Side(baseLabel, base.toString())) : Optional.<Side>empty();
            return new MergeSides(new Side(ourLabel, ours.toString()), common, new Side(theirLabel, theirs.toString()));
        }

        private static String label(String mark) {
            var label = mark.strip().replaceFirst("^[<|>]+ ?", "");
            return label.isEmpty() ? "no name" : label;
        }
    }
}
