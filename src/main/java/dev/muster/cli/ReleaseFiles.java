package dev.muster.cli;

import dev.muster.cli.command.RootCommand;
import dev.muster.cli.command.Version;
import dev.muster.cli.env.ProgramEnvironment;
import dev.muster.cli.project.CommandOutline;
import dev.muster.cli.project.CompletionCommand;
import dev.muster.cli.project.CompletionCommand.Shell;
import dev.muster.cli.project.ManPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;

/**
 * What a package carries beside the program, written from the commands themselves: a manual for each, and a completion script
 * for each shell, where that shell looks for it. It starts nothing and reads nothing.
 */
final class ReleaseFiles {
    private final Path share;
    private final CommandLine all;

    private ReleaseFiles(Path share, ProgramEnvironment surroundings) {
        this.share = share;
        this.all = CommandTable.below(
                new CommandLine(new RootCommand(surroundings))
                        .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF)),
                List.of("--help"));
    }

    /** Writes below the folder that the one argument names. */
    public static void main(String[] arguments) throws IOException {
        var surroundings = ProcessEnvironment.real();
        new ReleaseFiles(Path.of(arguments[0]), surroundings).write();
        surroundings.interruption().end(0);
    }

    private void write() throws IOException {
        write("bash-completion/completions/muster", CompletionCommand.script(Shell.BASH, all));
        write("zsh/site-functions/_muster", CompletionCommand.script(Shell.ZSH, all));
        write("fish/vendor_completions.d/muster.fish", CompletionCommand.script(Shell.FISH, all));
        var root = CommandOutline.of(all);
        var exitCodes =
                String.join(" ", all.getCommandSpec().usageMessage().footer()).strip();
        for (var command : root.all().toList()) {
            write("man/man1/" + ManPage.fileName(command), ManPage.of(command, Version.number(), exitCodes));
        }
    }

    private void write(String name, String text) throws IOException {
        var file = share.resolve(name);
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, text);
    }
}
