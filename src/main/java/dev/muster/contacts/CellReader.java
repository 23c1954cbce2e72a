package dev.muster.contacts;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Makes a list of cells of each record, and follows where in the file each one begins. */
final class CellReader extends AbstractBaseCsvCallbackHandler<List<Cell>> {
    private static final Pattern AROUND = Pattern.compile("^[\\h\\x{FEFF}]+|[\\h\\x{FEFF}]+$");

    private final int linesBefore;
    private List<Cell> cells = List.of();
    private int line;
    private int column;

    /** Lines that stand before the text which is read. */
    CellReader(int linesBefore) {
        this.linesBefore = linesBefore;
    }

    /** The line on which the record under way began; the first one before there is one. */
    int line() {
        return linesBefore + Math.max(1, (int) getStartingLineNumber());
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        cells = new ArrayList<>();
        line = linesBefore + (int) startingLineNumber;
        column = 1;
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        var text = new String(buffer, offset, length);
        cells.add(new Cell(trimmed(text), line, column));
        if (quoted) {
            passQuoted(text);
        } else {
            column += text.length();
        }
        column++; // the separator
    }

    /** Without the no-break blanks that web pages leave around a value, and the byte-order marks of files that were joined. */
    private static String trimmed(String text) {
        return isAround(text, 0) || isAround(text, text.length() - 1)
                ? AROUND.matcher(text).replaceAll("")
                : text;
    }

    private static boolean isAround(String text, int at) {
        return !text.isEmpty() && text.charAt(at) > '\u007f';
    }

    /** Quotes stand around the text, each one inside is doubled, and it may go over several lines. */
    private void passQuoted(String text) {
        column++;
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            boolean endsLine =
                    letter == '\n' || (letter == '\r' && !(at + 1 < text.length() && text.charAt(at + 1) == '\n'));
            if (endsLine) {
                line++;
                column = 1;
            } else {
                column += letter == '"' ? 2 : 1;
            }
        }
        column++;
    }

    @Override
    protected List<Cell> buildRecord() {
        return cells;
    }
}
