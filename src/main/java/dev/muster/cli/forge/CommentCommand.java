package dev.muster.cli.forge;

import dev.muster.cli.command.CommandContext;
import dev.muster.cli.command.RootCommand;
import dev.muster.cli.env.ExitCode;
import dev.muster.diagnostic.EnvironmentException;
import dev.muster.diagnostic.FileErrors;
import dev.muster.diagnostic.UsageException;
import dev.muster.forge.CommentWriter;
import dev.muster.forge.CommentWriter.Result;
import dev.muster.forge.RequestComment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code muster comment FILE}: a result as the comment of a pull or merge request. */
@Command(
        name = "comment",
        description = {
            "Write a result as the comment of a pull or merge request, in a pipeline of GitHub or GitLab.",
            "A plan replaces the comment of an older run, and never that of a newer one."
        },
        footer = {
            "",
            "Exit codes: 0 the comment is there, or a newer one is, 1 an error and it may not be written, 64 usage, 70 a bug,"
                    + " 130 interrupted."
        })
public final class CommentCommand implements Callable<Integer> {
    @ParentCommand
    private RootCommand root;

    @Mixin
    private final ForgeOptions forge = new ForgeOptions();

    @Option(
            names = "--request",
            paramLabel = "NUMBER",
            converter = RequestConverter.class,
            description = "The number of the pull or merge request (default: the one that the pipeline is about).")
    private @Nullable Long request;

    @Parameters(
            paramLabel = "FILE",
            description =
                    "What `plan` or `apply` printed with --format markdown. Where it is missing or empty, the comment"
                            + " says that there is no plan.")
    private Path file;

    @Override
    public Integer call() {
        var session = root.session();
        try (var open = forge.open(session.surroundings())) {
            var comment = comment(session, open.run().commit());
            long number = number(open.variables());
            var writer = new CommentWriter(open.forge(), open.run(), ForgeOptions.retry(session.console()));
            var result = writer.write(number, comment);
            ForgeOptions.tell(session, "comment", result, sentence(result));
            return ExitCode.OK.number();
        }
    }

    private long number(PipelineVariables variables) {
        return request != null
                ? request
                : variables
                        .request()
                        .orElseThrow(() -> new UsageException(
                                "this pipeline is about no pull or merge request: give --request NUMBER"));
    }

    private RequestComment comment(CommandContext session, Optional<String> commit) {
        var text = text(session.path(file));
        return text.isBlank()
                ? RequestComment.missing(ForgeOptions.workspace(root.options), commit)
                : RequestComment.of(text)
                        .orElseThrow(
                                () -> new UsageException(
                                        file
                                                + " is no comment of Muster: give what `plan` or `apply` printed with --format markdown"));
    }

    private static String text(Path path) {
        try (InputStream in = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
            return new String(in.readNBytes(ResultFiles.LARGEST), StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw new EnvironmentException("The result cannot be read: " + FileErrors.reason(e) + ".", e);
        }
    }

    private static String sentence(Result result) {
        return switch (result) {
            case NEW -> "The comment is written.";
            case REPLACED -> "The comment of an older run is replaced.";
            case REPEATED -> "This run has written its comment already.";
            case SUPERSEDED -> "A newer run has commented already, so this one does not.";
        };
    }
}
