package dev.muster.contacts;

import dev.muster.diagnostic.Characters;
import dev.muster.diagnostic.ContactRule;
import dev.muster.diagnostic.DecodedText;
import dev.muster.diagnostic.Mojibake;
import java.util.regex.Pattern;

/** Text that goes into messages and dashboards must be what it looks like. */
final class TextCheck {
    /** What a spreadsheet may take for a formula (OWASP, CSV injection). */
    private static final String FORMULA = "=+-@";

    private static final Pattern NUMBER = Pattern.compile("[+-][0-9 ().,/-]*");

    private TextCheck() {}

    /** The text of a cell without blanks around it. */
    static String of(Cell cell, String column, RowResult verdict) {
        var text = cell.text().strip();
        var oneLine = text.replace('\n', ' ').replace('\r', ' ');
        var unsafe = Characters.firstUnsafeInLine(oneLine);
        if (!oneLine.equals(text)) {
            judgeLines(cell, column, verdict);
        }
        if (unsafe.isPresent()) {
            verdict.refuse(
                    cell,
                    ContactRule.HIDDEN_CHARACTER,
                    "column \"" + column + "\" holds " + Characters.name(text.codePointAt(unsafe.getAsInt()))
                            + ", which cannot be seen or deceives the reader",
                    "remove it");
        } else if (isWhole(oneLine, "column \"" + column + "\"", cell, verdict)
                && !text.isEmpty()
                && FORMULA.indexOf(text.charAt(0)) >= 0
                && !NUMBER.matcher(text).matches()) {
            verdict.warn(
                    cell,
                    ContactRule.FORMULA,
                    "column \"" + column + "\" begins like a formula, which a spreadsheet would run",
                    "write it without the first character if that is not meant");
        }
        return text;
    }

    /** Whether every character could be read; a text that was read in the wrong encoding is shown without its word. */
    static boolean isWhole(String text, String what, Cell cell, RowResult verdict) {
        boolean isLost = text.indexOf(DecodedText.LOST) >= 0;
        if (isLost && verdict.isDecoded()) {
            verdict.refuse(
                    cell,
                    ContactRule.LOST_CHARACTER,
                    what + " holds " + Characters.name(DecodedText.LOST)
                            + ", which a program wrote for a character that it could not read",
                    "write the character again, or export the file again as UTF-8");
        }
        Mojibake.in(text)
                .ifPresent(found -> verdict.warn(
                        cell,
                        ContactRule.WRONG_ENCODING,
                        what + " holds \"" + Characters.visible(found.signs()) + "\", which was probably \""
                                + Characters.visible(found.meantSigns()) + "\"",
                        "correct it: the text is UTF-8 that was read as another encoding"));
        return !isLost;
    }

    /** Address books hold addresses and notes of several lines; a name of several lines is a mistake. */
    private static void judgeLines(Cell cell, String column, RowResult verdict) {
        var message = "column \"" + column + "\" holds a line break";
        var help = "write it on one line, such as with a comma";
        if (column.equals(Header.NAME)) {
            verdict.refuse(cell, ContactRule.LINE_BREAK, message, help);
        } else {
            verdict.warn(cell, ContactRule.LINE_BREAK, message + ", which a message would show", help);
        }
    }
}
