package dev.muster.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a GitHub Actions runner takes for commands to itself in what a step prints: a port of the two rules of its
 * ActionCommand (github.com/actions/runner, TryParseV2 and TryParse). {@code ::name …::} counts where a line begins, once
 * the blanks that .NET knows are trimmed; {@code ##[name …]} counts anywhere in a line.
 */
public final class RunnerCommands {
    private static final Set<String> KNOWN = Set.of(
            "internal-set-repo-path",
            "set-env",
            "set-output",
            "save-state",
            "add-path",
            "add-mask",
            "add-matcher",
            "remove-matcher",
            "debug",
            "warning",
            "error",
            "notice",
            "group",
            "endgroup",
            "echo",
            "stop-commands");

    private RunnerCommands() {}

    /** The name of each command, in the order of the lines. */
    public static List<String> in(String output) {
        var commands = new ArrayList<String>();
        for (var line : output.split("\r\n|\r|\n", -1)) {
            atTheStart(line).or(() -> anywhere(line)).ifPresent(commands::add);
        }
        return commands;
    }

    private static Optional<String> atTheStart(String line) {
        var message = trimmedAtTheStart(line);
        int end = message.startsWith("::") ? message.indexOf("::", 2) : -1;
        return end < 0 ? Optional.empty() : known(message.substring(2, end));
    }

    private static Optional<String> anywhere(String line) {
        int start = line.indexOf("##[");
        int end = start < 0 ? -1 : line.indexOf(']', start);
        return end < 0 ? Optional.empty() : known(line.substring(start + 3, end));
    }

    private static Optional<String> known(String info) {
        int blank = info.indexOf(' ');
        var name = (blank < 0 ? info : info.substring(0, blank)).toLowerCase(Locale.ROOT);
        return KNOWN.contains(name) ? Optional.of(name) : Optional.empty();
    }

    private static String trimmedAtTheStart(String line) {
        int start = 0;
        while (start < line.length() && isBlank(line.charAt(start))) {
            start++;
        }
        return line.substring(start);
    }

    /** As {@code Char.IsWhiteSpace} of .NET has it. */
    private static boolean isBlank(char c) {
        return Character.isSpaceChar(c) || (c >= '\t' && c <= '\r') || c == 0x85;
    }
}
