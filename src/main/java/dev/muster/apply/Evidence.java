package dev.muster.apply;

/** An answer as it is kept in the lock before anyone tries to understand it: what was said, in one text, at most 64 KiB. */
final class Evidence {
    private static final int MOST = 64 * 1024;

    private Evidence() {}

    static String of(Answer answer) {
        if (answer instanceof Answer.Received received) {
            var text = "HTTP " + received.status() + " " + received.headers() + (received.intact() ? " " : " (cut) ")
                    + received.body();
            return text.length() <= MOST ? text : text.substring(0, MOST);
        }
        return answer instanceof Answer.NeverLeft neverLeft
                ? "never left: " + neverLeft.cause()
                : "lost: " + ((Answer.Lost) answer).cause();
    }
}
