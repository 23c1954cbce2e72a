package dev.muster.testing;

import java.util.List;
import java.util.function.IntPredicate;

/** What moves a terminal's cursor, turns a line round or breaks it, in a text that was printed; line feeds are at home. */
public final class CursorMoves {
    private CursorMoves() {}

    /** The code point of each, in hexadecimal digits. */
    public static List<String> in(String shown) {
        IntPredicate moves = c -> (c < ' ' && c != '\n')
                || (c >= 0x7F && c <= 0x9F)
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069)
                || (c >= 0xD800 && c <= 0xDFFF)
                || c == 0x2028
                || c == 0x2029
                || c == 0x200E
                || c == 0x200F
                || c == 0x061C;
        return shown.codePoints().filter(moves).mapToObj(Integer::toHexString).toList();
    }
}
