package dev.muster.cli.project;

import dev.muster.cli.project.CommandOutline.Argument;
import java.util.stream.Collectors;

/** Commands, options and keys for fish, each with what it does. */
final class FishCompletion {
    private static final String HEAD = """
            # Written from the commands of Muster. A file muster.fish in a folder of completions, or:
            # muster completion fish | source

            # Whether these words are the command that is typed so far, without options and keys.
            function __muster_at
              set -l at muster
              for word in (commandline -opc)[2..-1]
                if contains -- "$at $word" %s
                  set at "$at $word"
                end
              end
              test "$at" = "$argv"
            end

            # The keys in the folder of -C, or in campaigns; read by their form alone.
            function __muster_keys
              set -l dir campaigns
              set -l words (commandline -opc)
              for i in (seq (count $words))
                if contains -- $words[$i] -C --dir; and test $i -lt (count $words)
                  set dir $words[(math $i + 1)]
                end
              end
              find $dir -name '*.y*ml' -exec sed -n 's/^key: *\\([a-z0-9][a-z0-9-]*\\).*/\\1/p' '{}' + 2>/dev/null
            end

            """;

    private FishCompletion() {}

    static String of(CommandOutline root) {
        var names = root.all().skip(1).map(command -> quoted(command.name())).collect(Collectors.joining(" "));
        return HEAD.formatted(names) + root.all().map(FishCompletion::lines).collect(Collectors.joining());
    }

    private static String lines(CommandOutline command) {
        var here = "complete -c muster -n " + quoted("__muster_at " + command.name());
        return command.subcommands().stream()
                        .map(sub -> here + " -f -a " + sub.word() + " -d " + quoted(sub.summary()) + "\n")
                        .collect(Collectors.joining())
                + command.options().stream()
                        .map(option -> here + option(option) + "\n")
                        .collect(Collectors.joining())
                + (command.takesKeys() ? here + " -f -a '(__muster_keys)' -d campaign\n" : "");
    }

    private static String option(Argument option) {
        var names = option.names().stream()
                .map(name -> name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1))
                .collect(Collectors.joining());
        return names + (option.takesValue() ? " -r" : "") + " -d " + quoted(option.description());
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
