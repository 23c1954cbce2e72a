package dev.muster.cli.project;

import java.util.stream.Collectors;
import picocli.AutoComplete;
import picocli.CommandLine;

/** Commands, options and keys for bash: picocli's script, and the keys on top of it. */
final class BashCompletion {
    /** Keys are read by their form alone: compgen would expand anything else as the shell does, commands included. */
    private static final String KEYS = """

            # The keys in the folder of -C, or in campaigns.
            function _muster_keys() {
              local dir=campaigns i
              for ((i = 1; i < COMP_CWORD; i++)); do
                case ${COMP_WORDS[i]} in -C|--dir) dir=${COMP_WORDS[i+1]} ;; esac
              done
              find "$dir" -name '*.y*ml' -exec sed -n 's/^key: *\\([a-z0-9][a-z0-9-]*\\).*/\\1/p' {} + 2>/dev/null
            }

            # Commands and options, and for a command that takes keys, those as well.
            function _complete_muster_with_keys() {
              _complete_muster "$@"
              local current=${COMP_WORDS[COMP_CWORD]} word
              case $current in -*) return ;; esac
              for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
                case $word in
                  %s) COMPREPLY+=($(compgen -W "$(_muster_keys)" -- "$current")); return ;;
                esac
              done
            }

            complete -F _complete_muster_with_keys -o default muster
            """;

    private BashCompletion() {}

    static String of(CommandLine root) {
        var takingKeys = CommandOutline.of(root).subcommands().stream()
                .filter(CommandOutline::takesKeys)
                .map(CommandOutline::word)
                .sorted()
                .collect(Collectors.joining("|"));
        return silent(AutoComplete.bash("muster", root)) + KEYS.formatted(takingKeys);
    }

    /** Asked of its functions from outside a completion, the shell would complain in the middle of a prompt. */
    private static String silent(String script) {
        return script.replaceAll("(?m)(&& compopt [+-]o \\w+)$", "$1 2>/dev/null");
    }
}
