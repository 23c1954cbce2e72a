package dev.muster.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Ids of things that come into being here: made of a kind and a number, so that the same story gives the same ids. */
final class Ids {
    private Ids() {}

    static String uuid(String kind, int number) {
        return uuid(kind, Integer.toString(number));
    }

    static String uuid(String kind, String text) {
        var name = "muster sandbox|" + kind + "|" + text;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** The id without the {@code campaign_} and the like that the API document puts before it. */
    static String bare(String id) {
        return id.substring(id.indexOf('_') + 1);
    }
}
