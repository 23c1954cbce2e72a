package dev.muster.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code muster completion}: what bash and zsh need to complete commands and options. */
@Command(name = "completion", description = "Print a completion script for bash and zsh: source <(muster completion)")
final class CompletionCommand implements Callable<Integer> {
    @ParentCommand
    private MusterCommand root;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        root.session()
                .console()
                .product(silent(AutoComplete.bash("muster", spec.root().commandLine())));
        return ExitCode.OK.number();
    }

    /** Asked of its functions from outside a completion, the shell would complain in the middle of a prompt. */
    private static String silent(String script) {
        return script.replaceAll("(?m)(&& compopt [+-]o \\w+)$", "$1 2>/dev/null");
    }
}
