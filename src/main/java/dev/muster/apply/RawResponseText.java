package dev.muster.apply;

/** An answer as it is kept in the lock before anyone tries to understand it: what was said, in one text, at most 64 KiB. */
final class RawResponseText {
    private static final int MOST = 64 * 1024;

    private RawResponseText() {}

    static String of(PostResponse answer) {
        if (answer instanceof PostResponse.Received received) {
            var text = "HTTP " + received.status() + " " + received.headers() + (received.intact() ? " " : " (cut) ")
                    + received.body();
            return text.length() <= MOST ? text : text.substring(0, MOST);
        }
        return answer instanceof PostResponse.NeverLeft neverLeft
                ? "never left: " + neverLeft.cause()
                : "lost: " + ((PostResponse.Lost) answer).cause();
    }
}
