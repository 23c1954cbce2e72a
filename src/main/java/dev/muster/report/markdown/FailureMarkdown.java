package dev.muster.report.markdown;

import dev.muster.diagnostic.Diagnostic;
import dev.muster.report.Markdown;
import dev.muster.report.text.FindingsText;
import java.util.List;

/** A run that ended before there was a plan, in the place where its comment would have been: nobody waits for it in vain. */
public final class FailureMarkdown {
    private static final int BUG = 70;

    private FailureMarkdown() {}

    /** Findings in the YAML. */
    public static String of(String command, String workspace, int exitCode, List<Diagnostic> findings) {
        var detail = new Comment.Detail("All findings", Markdown.block(FindingsText.of(findings)));
        return comment(
                command,
                workspace,
                exitCode,
                "the definitions have " + FindingsText.summary(findings),
                List.of(detail));
    }

    /** Anything else that stood in the way. */
    public static String of(String command, String workspace, int exitCode, String message) {
        var why = Markdown.sentences(Markdown.shortened(message, 2_000)) + "\n\n";
        return comment(command, workspace, exitCode, "failed\n\n" + why.strip(), List.of());
    }

    /** A bug may show itself in the middle of a run; everything else ends it before. */
    private static String foot(int exitCode) {
        return (exitCode == BUG ? "What was sent before is in the lock." : "Nothing was sent.") + " Exit code "
                + exitCode + ".\n";
    }

    private static String comment(
            String command, String workspace, int exitCode, String what, List<Comment.Detail> details) {
        var where = workspace.isEmpty() ? "" : " (" + workspace + ")";
        var head = "## ❌ Muster " + command + where + ": " + what + "\n\n";
        return new Comment(command, workspace, head, details, foot(exitCode)).text();
    }
}
