package dev.muster.cli.command;

import dev.muster.cli.env.ProgramEnvironment;
import dev.muster.diagnostic.UsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ScopeType;

/** The root of the command line: what it is about, and the global options. {@code Commands} are what it can do. */
@Command(
        name = "muster",
        // a header would be inherited, and every command would be listed by it
        description = {
            "Campaigns as code for the SeaX WhatsApp Business Platform.",
            "",
            "YAML files say who is messaged, what they read and when. `muster plan` shows what would be sent to how many"
                    + " people; `muster apply` sends what is new, once, and records it.",
            ""
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        scope = ScopeType.INHERIT,
        usageHelpAutoWidth = true,
        exitCodeOnInvalidInput = 64,
        exitCodeOnExecutionException = 70,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Exit codes: 0 done or nothing to do, 1 error and nothing was sent, 2 the plan has changes (--detailed-exitcode),"
                    + " 3 refused, 4 the plan is stale, 5 partly applied, 6 an outcome is unknown, 64 usage, 70 a bug,"
                    + " 130 interrupted."
        })
public final class RootCommand implements Runnable {
    private final ProgramEnvironment surroundings;

    @Mixin
    public final GlobalOptions options = new GlobalOptions();

    public RootCommand(ProgramEnvironment surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public void run() {
        throw new UsageException("say what to do: muster plan, muster apply, or muster --help");
    }

    /** What a command works with. */
    public CommandContext session() {
        return new CommandContext(surroundings, options);
    }
}
