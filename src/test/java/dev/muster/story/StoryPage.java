package dev.muster.story;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A page of the documentation, played on a stage: what it shows against what happens. */
final class StoryPage {
    private static final String COMMAND = "$ muster ";
    private static final String CHANGE = "<!-- ! ";

    private final StoryStage stage;
    private final StringBuilder text = new StringBuilder();
    private final List<String> differences = new ArrayList<>();

    StoryPage(StoryStage stage) {
        this.stage = stage;
    }

    /** The page with everything that was printed, and each command that printed something else than it shows. */
    record Played(String text, List<String> differences) {}

    Played play(List<String> lines) throws IOException {
        boolean console = false;
        for (int at = 0; at < lines.size(); at++) {
            var line = lines.get(at);
            text.append(line).append('\n');
            if (line.startsWith("```")) {
                console = line.equals("```console");
            } else if (line.startsWith(CHANGE)) {
                stage.change(line.substring(CHANGE.length(), line.length() - " -->".length()));
            } else if (console && line.startsWith(COMMAND)) {
                int end = end(lines, at + 1);
                compare(line, lines.subList(at + 1, end));
                at = end - 1;
            }
        }
        return new Played(text.toString(), differences);
    }

    private static int end(List<String> lines, int from) {
        int end = from;
        while (!lines.get(end).startsWith("```") && !lines.get(end).startsWith("$ ")) {
            end++;
        }
        return end;
    }

    private void compare(String command, List<String> shown) {
        var printed = printed(stage.run(command.substring(COMMAND.length())));
        text.append(printed);
        if (!Pattern.matches(pattern(shown), printed)) {
            differences.add(command + "\n--- shown\n" + String.join("\n", shown) + "\n--- printed\n" + printed);
        }
    }

    /** As a terminal shows it, where both streams are one; an exit code that a script would stop at is said. */
    private static String printed(String told) {
        return told.replace("--- stderr\n", "")
                .replaceFirst("--- exit code 0\n\n$", "")
                .replaceFirst("--- exit code (\\d+)\n\n$", "(exit code $1)\n");
    }

    private static String pattern(List<String> shown) {
        var pattern = new StringBuilder("(?s)");
        for (var line : shown) {
            pattern.append(line.strip().equals("…") ? ".*" : Pattern.quote(line + "\n"));
        }
        return pattern.toString();
    }
}
