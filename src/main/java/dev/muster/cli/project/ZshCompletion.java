package dev.muster.cli.project;

import dev.muster.cli.project.CommandOutline.Argument;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Commands, options and keys for zsh, each with what it does. A table for each command; one function that looks it up. */
final class ZshCompletion {
    private static final String SCRIPT = """
            #compdef muster
            # Written from the commands of Muster. A file _muster in a folder of fpath, or: source <(muster completion zsh)

            # The keys in the folder of -C, or in campaigns; read by their form alone.
            _muster_keys() {
              local dir=campaigns i
              for ((i = 2; i < CURRENT; i++)); do
                case ${words[i]} in -C|--dir) dir=${words[i+1]} ;; esac
              done
              find $dir -name '*.y*ml' -exec sed -n 's/^key: *\\([a-z0-9][a-z0-9-]*\\).*/\\1/p' {} + 2>/dev/null
            }

            _muster() {
              local at=muster i
              local -a commands options valued keys
              for ((i = 2; i < CURRENT; i++)); do
                case "$at ${words[i]}" in
                  (%s) at="$at ${words[i]}" ;;
                esac
              done
              case $at in
            %s  esac
              if ((CURRENT > 2 && ${valued[(Ie)${words[CURRENT-1]}]})); then
                _files
              elif [[ ${words[CURRENT]} == -* ]]; then
                _describe option options
              elif ((${#commands})); then
                _describe command commands
              elif [[ -n $takes_keys ]]; then
                keys=(${(f)"$(_muster_keys)"})
                compadd -a keys
              else
                _files
              fi
            }

            if [[ ${funcstack[1]} == _muster ]]; then
              _muster "$@"
            else
              compdef _muster muster
            fi
            """;

    private ZshCompletion() {}

    static String of(CommandOutline root) {
        var names = root.all().skip(1).map(command -> quoted(command.name())).collect(Collectors.joining("|"));
        var tables = root.all().map(ZshCompletion::table).collect(Collectors.joining());
        return SCRIPT.replace("local at=muster i\n", "local at=muster i takes_keys=\n")
                .formatted(names, tables);
    }

    private static String table(CommandOutline command) {
        return "    (" + quoted(command.name()) + ")\n"
                + list("commands", command.subcommands().stream().map(sub -> entry(sub.word(), sub.summary())))
                + list("options", command.options().stream().flatMap(ZshCompletion::entries))
                + list("valued", valued(command.options()))
                + (command.takesKeys() ? "      takes_keys=yes\n" : "")
                + "      ;;\n";
    }

    private static Stream<String> entries(Argument option) {
        return option.names().stream().map(name -> entry(name, option.description()));
    }

    private static Stream<String> valued(List<Argument> options) {
        return options.stream()
                .filter(Argument::takesValue)
                .flatMap(option -> option.names().stream())
                .map(ZshCompletion::quoted);
    }

    private static String list(String name, Stream<String> entries) {
        return "      " + name + "=(" + entries.collect(Collectors.joining(" ")) + ")\n";
    }

    /** A colon ends the word. */
    private static String entry(String word, String description) {
        return quoted(word.replace(":", "\\:") + ":" + description);
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
