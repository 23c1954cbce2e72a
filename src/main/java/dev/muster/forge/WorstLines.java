package dev.muster.forge;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Of a text, the lines that fit into a room: those that speak of a doubt or an error are chosen first, and all stay in their
 * order. A line without end leaves room for the others.
 *
 * @param lines those that were chosen
 * @param count how many there are in all
 * @param isWhole whether nothing is missing
 */
record WorstLines(List<String> lines, int count, boolean isWhole) {
    private static final Pattern BAD =
            Pattern.compile("IN_DOUBT|in doubt|may have been sent|unknown|REJECTED|FAILED|GIVEN_UP|[Ee]rror|[❌❓⚠]");
    private static final int LONGEST = 2_000;

    static WorstLines of(String text, int room) {
        var lines = text.lines().toList();
        var shown =
                lines.stream().map(line -> ForgeText.beginning(line, LONGEST)).toList();
        var chosen = new BitSet();
        int left = choose(shown, true, room, chosen);
        choose(shown, false, left, chosen);
        var kept = chosen.stream().mapToObj(shown::get).toList();
        return new WorstLines(kept, lines.size(), kept.equals(lines));
    }

    /** How much room is left then. */
    private static int choose(List<String> lines, boolean bad, int room, BitSet chosen) {
        int left = room;
        for (int at = 0; at < lines.size(); at++) {
            int length = lines.get(at).length() + 1;
            if (isBad(lines.get(at)) == bad && length <= left) {
                chosen.set(at);
                left -= length;
            }
        }
        return left;
    }

    static boolean isBad(String line) {
        return BAD.matcher(line).find();
    }

    String text() {
        return String.join("\n", lines);
    }
}
