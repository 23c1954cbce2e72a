package dev.muster.forge;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A result of Muster as the comment of a pull or merge request: the hidden line by which it is found again, and the text.
 *
 * @param command {@code plan} or {@code apply}
 */
public record RequestComment(String marker, String command, String text) {
    private static final Pattern MARKER = Pattern.compile(
            "<!-- muster:\\{\"v\":1,\"command\":\"(plan|apply)\"(?:,\"workspace\":\"([a-z0-9-]{1,64})\")?} -->");
    private static final int LONGEST_TITLE = 500;

    /** What Muster printed, or empty where somebody else wrote this. */
    public static Optional<RequestComment> of(String product) {
        var lines = ForgeText.normalized(product).split("\n", 2);
        var marker = MARKER.matcher(lines[0]);
        return marker.matches()
                ? Optional.of(new RequestComment(lines[0], marker.group(1), lines.length > 1 ? lines[1] : ""))
                : Optional.empty();
    }

    /** In the place of a plan whose job died before it could print anything. */
    public static RequestComment missing(Optional<String> workspace, Optional<String> commit) {
        var marker = "<!-- muster:{\"v\":1,\"command\":\"plan\""
                + workspace.map(name -> ",\"workspace\":\"" + name + "\"").orElse("") + "} -->";
        var title = "## ❌ Muster plan"
                + workspace.map(name -> " (" + name + ")").orElse("") + ": no plan for " + commit.orElse("this commit");
        return new RequestComment(
                marker,
                "plan",
                title + "\n\nThe run ended before there was a plan. Nothing was sent. The log of the run says why.");
    }

    boolean isPlan() {
        return command.equals("plan");
    }

    /** The whole comment: the marker first, then the run, by which a newer comment is known, and at the end both for people. */
    String written(PipelineRun run) {
        var commit = run.commit().map(sha -> "Commit `" + sha + "`. ").orElse("");
        return marker + "\n" + run.line() + "\n" + ForgeText.withoutMarkers(text.stripTrailing()) + "\n\n" + commit
                + run.shown() + ".\n";
    }

    /** The same without its details, for a forge that does not take all of it. */
    RequestComment shortened(String forge) {
        var title = text.lines()
                .findFirst()
                .filter(line -> line.startsWith("## ") && line.length() <= LONGEST_TITLE)
                .orElse("## ❌ Muster " + command.toLowerCase(Locale.ROOT));
        return new RequestComment(
                marker, command, title + "\n\n" + forge + " did not take the whole comment. The run has it.");
    }
}
