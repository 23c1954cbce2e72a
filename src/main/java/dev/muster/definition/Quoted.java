package dev.muster.definition;

import dev.muster.diagnostic.Characters;

/** A value from YAML as findings quote it: short, on one line, without secrets or characters that deceive. */
public final class Quoted {
    private static final int LONGEST = 60;

    private Quoted() {}

    public static String of(String value) {
        var safe = Characters.visible(Secrets.masked(value).strip()).replace("<U+000A>", " ");
        return "`" + (safe.length() <= LONGEST ? safe : cut(safe)) + "`";
    }

    private static String cut(String text) {
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
        return text.substring(0, end) + "…";
    }
}
