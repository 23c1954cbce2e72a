package dev.muster.model;

import java.util.Locale;

/**
 * The two paths that the API document gives for a single message: one in the heading of its section 8, the other in the
 * example below it. Nobody outside SeaX can say which of them answers, so the project file does, and there is no other try.
 */
public enum MessageEndpoint {
    WABP_TEMPLATE_MESSAGE("send_message/wabp_template_message"),
    SEND_WHATSAPP_MESSAGE("send_whatsapp_message");

    private final String path;

    MessageEndpoint(String path) {
        this.path = path;
    }

    /** The path below the workspace. */
    public String path() {
        return path;
    }

    /** As it is written in the project file. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
