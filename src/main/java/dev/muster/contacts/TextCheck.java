package dev.muster.contacts;

import dev.muster.diagnostic.Characters;

/** Text that goes into messages and dashboards must be what it looks like. */
final class TextCheck {
    /** What a spreadsheet may take for a formula (OWASP, CSV injection). */
    private static final String FORMULA = "=+-@";

    private TextCheck() {}

    /** The text of a cell without blanks around it. */
    static String of(Cell cell, String column, Verdict verdict) {
        var text = cell.text().strip();
        var unsafe = Characters.firstUnsafeInLine(text);
        if (unsafe.isPresent()) {
            verdict.refuse(
                    cell,
                    "contacts/hidden-character",
                    "column \"" + column + "\" holds " + Characters.name(text.codePointAt(unsafe.getAsInt()))
                            + ", which cannot be seen or deceives the reader",
                    "remove it");
        } else if (!text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0) {
            verdict.warn(
                    cell,
                    "contacts/formula",
                    "column \"" + column + "\" begins like a formula, which a spreadsheet would run",
                    "write it without the first character if that is not meant");
        }
        return text;
    }
}
