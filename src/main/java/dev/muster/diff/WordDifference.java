package dev.muster.diff;

import com.github.difflib.algorithm.DiffAlgorithmListener;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * How one text became another, word by word. What is the same and what was removed make up the old text exactly; what is
 * the same and what was added make up the new one.
 */
public record WordDifference(List<Segment> segments) {
    private static final Pattern WORD = Pattern.compile("\\s+|\\S+");

    /** Longer texts are no messages; comparing them word by word could take minutes. */
    private static final int MOST_WORDS = 4_000;

    public WordDifference {
        segments = List.copyOf(segments);
    }

    /** A run of words with the same fate. */
    public record Segment(Kind kind, String text) {}

    /** What became of a run of words. */
    public enum Kind {
        SAME,
        REMOVED,
        ADDED
    }

    public static WordDifference between(String before, String after) {
        var old = words(before);
        var now = words(after);
        var assembly = new Assembly();
        if (old.size() > MOST_WORDS || now.size() > MOST_WORDS) {
            assembly.changed(before, after);
        } else {
            walk(old, now, assembly);
        }
        return new WordDifference(assembly.segments());
    }

    public boolean isEmpty() {
        return segments.stream().allMatch(segment -> segment.kind() == Kind.SAME);
    }

    private static void walk(List<String> old, List<String> now, Assembly assembly) {
        int done = 0;
        for (var change : Replaced.of(old, now)) {
            assembly.same(String.join("", old.subList(done, change.oldStart())));
            assembly.changed(
                    String.join("", old.subList(change.oldStart(), change.oldEnd())),
                    String.join("", now.subList(change.newStart(), change.newEnd())));
            done = change.oldEnd();
        }
        assembly.same(String.join("", old.subList(done, old.size())));
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }

    /** The library's answer in our terms. */
    private record Replaced(int oldStart, int oldEnd, int newStart, int newEnd) {
        private static List<Replaced> of(List<String> old, List<String> now) {
            return new MyersDiffWithLinearSpace<String>()
                    .computeDiff(old, now, NOBODY_WATCHES).stream()
                            .filter(change -> change.deltaType != DeltaType.EQUAL)
                            .map(change -> new Replaced(
                                    change.startOriginal, change.endOriginal, change.startRevised, change.endRevised))
                            .toList();
        }
    }

    private static final DiffAlgorithmListener NOBODY_WATCHES = new DiffAlgorithmListener() {
        @Override
        public void diffStart() {}

        @Override
        public void diffStep(int value, int max) {}

        @Override
        public void diffEnd() {}
    };

    /** Joins neighbours: words changed one after the other are read as one change, with the blank between them. */
    private static final class Assembly {
        private final List<Segment> segments = new ArrayList<>();
        private final StringBuilder removed = new StringBuilder();
        private final StringBuilder added = new StringBuilder();
        private String blank = "";

        void same(String text) {
            boolean replaced = !removed.isEmpty() && !added.isEmpty();
            if (replaced && text.isBlank() && text.indexOf('\n') < 0) {
                blank += text;
            } else if (!text.isEmpty()) {
                settle(text);
            }
        }

        void changed(String before, String after) {
            removed.append(blank).append(before);
            added.append(blank).append(after);
            blank = "";
        }

        List<Segment> segments() {
            settle("");
            return segments;
        }

        private void settle(String same) {
            add(Kind.REMOVED, removed.toString());
            add(Kind.ADDED, added.toString());
            add(Kind.SAME, blank + same);
            removed.setLength(0);
            added.setLength(0);
            blank = "";
        }

        private void add(Kind kind, String text) {
            if (!text.isEmpty()) {
                segments.add(new Segment(kind, text));
            }
        }
    }
}
