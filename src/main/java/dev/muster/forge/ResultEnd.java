package dev.muster.forge;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a command ended, by the result that it printed: for a pipeline that does not tell exit codes from job to job.
 *
 * @param command what was run, such as {@code apply}
 * @param sent {@code true}, {@code false}, or empty where the result does not say
 */
record ResultEnd(String command, String code, String sent) {
    private static final Pattern MARKER = Pattern.compile("<!-- muster:\\{.*\"command\":\"([a-z]+)\".*} -->");
    private static final Pattern FOOT = Pattern.compile("(Nothing was sent\\. |.*\\. )?Exit code ([0-9]{1,3})[.,].*");
    private static final Pattern TITLE =
            Pattern.compile("## .*: (?:nothing (?:was sent|to send).*|.* created, (?<messages>[0-9,]+) messages?)");

    /** The last line of a result says it; a text that is no comment is known by the name of its file. */
    static Optional<ResultEnd> of(ResultFile file) {
        var lines = ForgeText.normalized(file.content().get()).strip().split("\n", -1);
        var foot = FOOT.matcher(lines[lines.length - 1]);
        if (!foot.matches()) {
            return Optional.empty();
        }
        var marker = MARKER.matcher(lines[0]);
        var command = marker.matches() ? marker.group(1) : file.name().replaceFirst("\\.md$", "");
        boolean isNone = "Nothing was sent. ".equals(foot.group(1));
        return Optional.of(new ResultEnd(command, foot.group(2), isNone ? "false" : sent(lines)));
    }

    private static String sent(String[] lines) {
        var title = TITLE.matcher(lines.length > 1 ? lines[1] : "");
        if (!title.matches()) {
            return "";
        }
        var messages = title.group("messages");
        return messages == null || messages.equals("0") ? "false" : "true";
    }
}
