package dev.muster.contacts;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What separates the values of a file, and what stands before its first row. Spreadsheets write the separator of their
 * country; Excel also reads and writes a line {@code sep=;} before the first row.
 *
 * @param separator the character between values
 * @param before how many characters belong to the line that names the separator; 0 without one
 */
record Layout(char separator, int before) {
    private static final List<Character> KNOWN = List.of(',', ';', '\t', '|');
    private static final int LONGEST_HEADER = 1 << 16;

    /** A program that saves such a file again fills the line up with separators, and may quote it. */
    private static final Pattern NAMED = Pattern.compile("\"?sep=([^\\w\"\\r\\n])\"?\\1*\\R", Pattern.CASE_INSENSITIVE);

    /** The separator that the file names, or the one by which its first row has the most columns that Muster knows. */
    static Layout of(CsvText text) throws IOException {
        try (var in = text.open()) {
            var start = start(in);
            var named = NAMED.matcher(start);
            return named.lookingAt()
                    ? new Layout(named.group(1).charAt(0), named.end())
                    : new Layout(separator(firstRow(start)), 0);
        }
    }

    /** How many lines stand before the first row. */
    int linesBefore() {
        return before == 0 ? 0 : 1;
    }

    private static String start(Reader in) throws IOException {
        var start = new char[LONGEST_HEADER];
        int length = 0;
        for (int read = 0; read >= 0 && length < start.length; length += Math.max(0, read)) {
            read = in.read(start, length, start.length - length);
        }
        return new String(start, 0, length);
    }

    private static char separator(String row) {
        return KNOWN.stream()
                .max(Comparator.<Character>comparingLong(candidate -> known(row, candidate))
                        .thenComparing(candidate -> split(row, candidate).size())
                        .thenComparing(KNOWN::indexOf, Comparator.reverseOrder()))
                .orElseThrow();
    }

    private static long known(String row, char separator) {
        return split(row, separator).stream().filter(Header::isKnown).count();
    }

    /** Up to the first line break that no quotes hold; lines with nothing in them are no rows. */
    private static String firstRow(String start) {
        var text = start.stripLeading();
        boolean isQuoted = false;
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            isQuoted ^= letter == '"';
            if (!isQuoted && (letter == '\n' || letter == '\r')) {
                return text.substring(0, at);
            }
        }
        return text;
    }

    /** The values of a row, without the quotes around them. */
    static List<String> split(String row, char separator) {
        var values = new ArrayList<String>();
        var value = new StringBuilder();
        boolean isQuoted = false;
        for (int at = 0; at < row.length(); at++) {
            char letter = row.charAt(at);
            isQuoted ^= letter == '"';
            if (!isQuoted && letter == separator) {
                values.add(value.toString());
                value.setLength(0);
            } else if (letter != '"') {
                value.append(letter);
            }
        }
        values.add(value.toString());
        return values;
    }
}
