package dev.muster.apply;

import java.time.Duration;
import java.util.Optional;

/** What a user can do about a refusal, as a sentence: the solutions of the API document, section 7, in Muster's words. */
public final class RefusalHint {
    private static final String NO_TEMPLATE = "TEMPLATE_NOT_APPROVED";

    private static final String FORM =
            "api, base_url and workspace_id of the workspace: they decide what is asked, and where.";

    private RefusalHint() {}

    /** For a status, what SeaX said with it, and the wait that it asks for. */
    public static String of(int status, String said, Optional<Duration> wait) {
        return switch (status) {
            case 401, 403 ->
                "Check where the workspace's key comes from, and that it belongs to this workspace;"
                        + " SeaX's dashboard shows and renews it (Account → API Key).";
            case 429 -> "Wait " + wait.map(RefusalHint::time).orElse("a while") + ", then run it again.";
            case 413, 422 ->
                said.contains(NO_TEMPLATE)
                        ? template()
                        : "Correct what it names; if that is nothing of yours, check " + FORM;
            case 400, 404, 405, 415 -> "Check " + FORM;
            default -> "Try again later.";
        };
    }

    private static String template() {
        return "Use the text of an approved template, or have the business account given the permission to send it.";
    }

    private static String time(Duration wait) {
        long seconds = wait.toSeconds();
        if (seconds <= 120) {
            return seconds + " s";
        }
        return seconds <= 7200 ? (seconds + 59) / 60 + " min" : (seconds + 3599) / 3600 + " h";
    }
}
