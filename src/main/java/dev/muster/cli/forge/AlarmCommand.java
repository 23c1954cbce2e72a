package dev.muster.cli.forge;

import dev.muster.cli.command.CommandContext;
import dev.muster.cli.command.RootCommand;
import dev.muster.cli.env.ExitCode;
import dev.muster.diagnostic.Characters;
import dev.muster.diagnostic.UsageException;
import dev.muster.forge.AlarmWriter;
import dev.muster.forge.AlarmWriter.Result;
import dev.muster.forge.ForgeException;
import dev.muster.forge.JobEnd;
import dev.muster.forge.JobResults;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code muster alarm FILE…}: one open issue for what a run left to a person. */
@Command(
        name = "alarm",
        description = {
            "Open an issue where a run needs action, or add to the one that is open, in a pipeline of GitHub"
                    + " or GitLab.",
            "How the jobs ended decides whether it is opened."
        },
        footer = {
            "",
            "Exit codes: 0 the alarm is raised, or nobody is needed, 1 an error and it may not be raised, 64 usage, 70 a bug,"
                    + " 130 interrupted."
        })
public final class AlarmCommand implements Callable<Integer> {
    @ParentCommand
    private RootCommand root;

    @Mixin
    private final ForgeOptions forge = new ForgeOptions();

    @Option(
            names = "--job",
            paramLabel = "END",
            converter = JobEndConverter.class,
            description =
                    "How a job ended, as far as it is known: its name, its result, `code:` with Muster's exit code, and"
                            + " `sent:` with true or false. Write for example \"apply failure code:6 sent:true\". Give it once for"
                            + " each job. Without any, GitLab is asked, and the results say the codes.")
    private List<JobEnd> jobs = new ArrayList<>();

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "What the jobs found: Markdown files, or folders with them. What was done is shown first.")
    private List<Path> files = new ArrayList<>();

    @Override
    public Integer call() {
        var session = root.session();
        var found = ResultFiles.in(files.stream().map(session::path).toList());
        try (var open = forge.open(session.surroundings())) {
            var console = session.console();
            var writer = new AlarmWriter(open.forge(), open.run(), ForgeOptions.retry(console), console::complain);
            var results = found.of(
                    ForgeOptions.workspace(root.options), jobs, open.run().attempt());
            return raise(session, writer, jobs.isEmpty() ? asked(writer, results, open.variables()) : results);
        }
    }

    private static JobResults asked(AlarmWriter writer, JobResults results, PipelineVariables variables) {
        if (variables.isGithub()) {
            throw new UsageException("say how the jobs ended: --job \"apply failure code:6 sent:true\"");
        }
        return writer.asked(results);
    }

    private static int raise(CommandContext session, AlarmWriter writer, JobResults results) {
        try {
            var result = writer.write(results);
            ForgeOptions.tell(session, "alarm", result, sentence(result));
            return ExitCode.OK.number();
        } catch (ForgeException e) {
            if (!session.json()) {
                // it may land in a log that takes some lines for commands
                session.console().product(Characters.visibleText(writer.said(results)));
            }
            throw e;
        }
    }

    private static String sentence(Result result) {
        return switch (result) {
            case NONE -> "Nothing is left for a person.";
            case OPENED -> "An alarm is open.";
            case ADDED -> "The alarm is added to the one that is open.";
            case REPEATED -> "The open alarm says so already.";
        };
    }
}
