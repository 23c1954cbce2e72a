package dev.muster.cli.command;

import dev.muster.cli.env.ExitCode;
import dev.muster.diagnostic.DecodedText;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.EnvironmentException;
import dev.muster.diagnostic.Place;
import dev.muster.diagnostic.RunRule;
import dev.muster.diagnostic.UsageException;
import dev.muster.lock.LockException;
import dev.muster.report.FindingsJson;
import dev.muster.report.json.ApplyJson;
import dev.muster.report.markdown.FailureMarkdown;
import dev.muster.report.text.FindingsText;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a run ends that an exception ended: the exit code, a complaint for people, and for whoever waits for JSON or for a
 * comment the failure in the form of the product.
 *
 * @param findings of definitions with mistakes, which are the complaint then
 */
public record Failure(ExitCode code, String message, List<Diagnostic> findings) {
    public static Failure of(Exception problem) {
        if (problem instanceof InvalidDefinitionsException invalid) {
            return new Failure(invalid.code(), String.valueOf(problem.getMessage()), invalid.findings());
        }
        if (problem instanceof UsageException) {
            return new Failure(ExitCode.USAGE, String.valueOf(problem.getMessage()), List.of());
        }
        if (problem instanceof EnvironmentException) {
            var code = problem instanceof LockException ? ExitCode.REFUSED : ExitCode.ERROR;
            return new Failure(code, String.valueOf(problem.getMessage()), List.of());
        }
        if (problem instanceof InvalidPathException path) {
            return new Failure(ExitCode.ERROR, unusable(path), List.of());
        }
        var bug = "this is a bug in Muster: " + problem + "\nRun it again with --debug and report what it prints.";
        return new Failure(ExitCode.BUG, bug, List.of());
    }

    /** A name that this system, or Java in this locale, has no bytes for. */
    private static String unusable(InvalidPathException problem) {
        var help = DecodedText.isUtf8() ? "Correct it." : "Use a UTF-8 locale, such as LC_ALL=C.UTF-8.";
        return "\"" + problem.getInput() + "\" cannot be the name of a file here: " + problem.getReason() + ". " + help;
    }

    /** What people read. */
    public void complain(Console console, OutputFormat format) {
        if (findings.isEmpty()) {
            console.error(message);
        } else if (format != OutputFormat.JSON) {
            console.complain(FindingsText.of(findings));
        }
    }

    /** What stands in the place of the product; text has none. */
    public Optional<String> product(String command, Optional<String> workspace, OutputFormat format) {
        return switch (format) {
            case TEXT, HTML -> Optional.empty();
            case MARKDOWN -> Optional.of(markdown(command, workspace.orElse("")));
            case JSON -> Optional.of(FindingsJson.of(all()));
        };
    }

    private String markdown(String command, String workspace) {
        return findings.isEmpty()
                ? FailureMarkdown.of(command, workspace, code.number(), message)
                : FailureMarkdown.of(command, workspace, code.number(), findings);
    }

    /** How a stream of events ends. */
    public ObjectNode event() {
        return ApplyJson.failed(message, all(), code.number());
    }

    private List<Diagnostic> all() {
        return findings.isEmpty() ? List.of(finding()) : findings;
    }

    private Diagnostic finding() {
        var what = switch (code) {
            case USAGE -> RunRule.USAGE;
            case BUG -> RunRule.BUG;
            case REFUSED -> RunRule.REFUSED;
            default -> RunRule.ENVIRONMENT;
        };
        return new Diagnostic(
                what, dev.muster.diagnostic.Severity.ERROR, Place.NOWHERE, message, Optional.empty(), Optional.empty());
    }
}
