package dev.muster.cli.project;

import dev.muster.cli.command.RootCommand;
import dev.muster.cli.env.ExitCode;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code muster completion}: what a shell needs to complete commands, options and the keys of campaigns. */
@Command(
        name = "completion",
        description = "Print a completion script for bash, zsh or fish: source <(muster completion bash)")
public final class CompletionCommand implements Callable<Integer> {
    @ParentCommand
    private RootCommand root;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "SHELL",
            arity = "0..1",
            defaultValue = "bash",
            description = "bash, zsh or fish (default: ${DEFAULT-VALUE}).")
    private Shell shell = Shell.BASH;

    /** The shells that are known. */
    public enum Shell {
        BASH,
        ZSH,
        FISH;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public Integer call() {
        root.session()
                .console()
                .product(script(shell, spec.root().commandLine()).stripTrailing());
        return ExitCode.OK.number();
    }

    /** For a shell, from every command. */
    public static String script(Shell shell, CommandLine all) {
        return switch (shell) {
            case BASH -> BashCompletion.of(all);
            case ZSH -> ZshCompletion.of(CommandOutline.of(all));
            case FISH -> FishCompletion.of(CommandOutline.of(all));
        };
    }
}
