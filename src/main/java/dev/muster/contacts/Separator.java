package dev.muster.contacts;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** What separates the values of a file: the comma, or what spreadsheets of other countries write. */
final class Separator {
    private static final String KNOWN = ",;\t";
    private static final int LONGEST_HEADER = 1 << 16;

    private Separator() {}

    /** The separator that the first line has most of; a comma where it has none. */
    static char of(ContactFile file) throws IOException {
        try (var in = new InputStreamReader(file.content().open(), StandardCharsets.UTF_8)) {
            return of(firstLine(in));
        }
    }

    private static char of(String line) {
        char best = ',';
        for (int at = 0; at < KNOWN.length(); at++) {
            char candidate = KNOWN.charAt(at);
            best = count(candidate, line) > count(best, line) ? candidate : best;
        }
        return best;
    }

    private static long count(char letter, String line) {
        return line.chars().filter(c -> c == letter).count();
    }

    private static String firstLine(Reader in) throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n' && line.length() < LONGEST_HEADER; c = in.read()) {
            line.append((char) c);
        }
        return line.toString();
    }
}
