package dev.muster.report.markdown;

import dev.muster.report.Json;
import dev.muster.report.Markdown;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A comment on a pull request, within what GitHub takes: a hidden marker by which it is found again, a head that is always
 * there, folded details of which the biggest are left out first and the urgent ones last, and a foot that says so.
 *
 * @param command what was run, such as {@code plan}
 * @param workspace empty when the run ended before it was known
 * @param details in the order in which they are read
 */
public record Comment(String command, String workspace, String head, List<Detail> details, String foot) {
    /** GitHub refuses a comment of more than 65,536 characters; UTF-16 units never count less than it does. */
    public static final int BUDGET = 60_000;

    /** Details that are not longer than this in all are open at once: to unfold them would be more work than to read. */
    private static final int SMALL = 3_000;

    /** Room for the line that says what was left out, whatever it counts. */
    private static final int NOTE = 200;

    public Comment {
        details = List.copyOf(details);
    }

    /**
     * Something to unfold; {@code summary} is ready for HTML and {@code block} for Markdown.
     *
     * @param urgent whether it must be seen before others
     */
    record Detail(String summary, String block, boolean urgent) {
        private static final int FRAME = Markdown.folded("", "", true).length() + 1;

        Detail(String summary, String block) {
            this(summary, block, false);
        }

        private int length() {
            return FRAME + summary.length() + block.length();
        }
    }

    public String text() {
        var frame = marker() + "\n" + head;
        var shown = shown(BUDGET - frame.length() - foot.length() - NOTE);
        boolean open = shown.size() == details.size() && total(shown) <= SMALL;
        return frame
                + shown.stream()
                        .map(detail -> Markdown.folded(detail.summary(), detail.block(), open) + "\n")
                        .collect(Collectors.joining())
                + leftOut(shown.size())
                + foot;
    }

    /** One comment for each command and workspace; nothing that a user wrote can look like it. */
    private String marker() {
        var node = Json.object().put("v", 1).put("command", command);
        if (!workspace.isEmpty()) {
            node.put("workspace", workspace);
        }
        return "<!-- muster:" + Json.line(node).strip() + " -->";
    }

    /** Without the biggest that are not urgent, as many as it takes; of equally big ones the last goes first. */
    private List<Detail> shown(int room) {
        var biggestFirst = IntStream.range(0, details.size())
                .boxed()
                .sorted(Comparator.comparing((Integer at) -> !details.get(at).urgent())
                        .thenComparing(at -> details.get(at).length())
                        .thenComparing(Comparator.naturalOrder())
                        .reversed())
                .toList();
        var dropped = new BitSet();
        long total = total(details);
        for (int at : biggestFirst) {
            if (total <= room) {
                break;
            }
            dropped.set(at);
            total -= details.get(at).length();
        }
        return IntStream.range(0, details.size())
                .filter(at -> !dropped.get(at))
                .mapToObj(details::get)
                .toList();
    }

    private static long total(List<Detail> details) {
        return details.stream().mapToLong(Detail::length).sum();
    }

    private String leftOut(int shown) {
        return shown == details.size()
                ? ""
                : String.format(
                                Locale.ROOT,
                                "_Truncated: %,d of %,d details shown, the biggest left out%s. `muster %s` shows all._%n%n",
                                shown,
                                details.size(),
                                details.stream().anyMatch(Detail::urgent) ? " first, blocked ones last" : "",
                                command)
                        .replace("\r", "");
    }
}
