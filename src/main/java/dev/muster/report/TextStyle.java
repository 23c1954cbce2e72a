package dev.muster.report;

/** Colours for a terminal, or none. Colour only repeats what signs and words say already. */
public enum TextStyle {
    NONE,
    ANSI;

    /** What a colour stands for. */
    public enum Tone {
        GOOD("32"),
        CAUTION("33"),
        BAD("31"),
        STRONG("1"),
        FAINT("2");

        private final String code;

        Tone(String code) {
            this.code = code;
        }
    }

    public String of(Tone tone, String text) {
        return this == NONE || text.isEmpty() ? text : "\u001b[" + tone.code + "m" + text + "\u001b[0m";
    }
}
