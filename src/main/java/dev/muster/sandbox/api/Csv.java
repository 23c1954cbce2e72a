package dev.muster.sandbox.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A CSV file as RFC 4180 describes it, read as one map of column to value for each row. */
final class Csv {
    private final String text;
    private final List<List<String>> records = new ArrayList<>();
    private final StringBuilder value = new StringBuilder();
    private List<String> record = new ArrayList<>();
    private boolean quoted;

    private Csv(String text) {
        this.text = text;
    }

    static List<Map<String, String>> rows(String text) {
        var records = new Csv(text.startsWith("\ufeff") ? text.substring(1) : text).read();
        if (records.isEmpty()) {
            return List.of();
        }
        var header = records.get(0).stream()
                .map(column -> column.strip().toLowerCase(Locale.ROOT))
                .toList();
        return records.stream().skip(1).map(record -> row(header, record)).toList();
    }

    private static Map<String, String> row(List<String> header, List<String> record) {
        var row = new LinkedHashMap<String, String>();
        for (int column = 0; column < header.size(); column++) {
            row.put(
                    header.get(column),
                    column < record.size() ? record.get(column).strip() : "");
        }
        return row;
    }

    private List<List<String>> read() {
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            boolean doubled = quoted && letter == '"' && at + 1 < text.length() && text.charAt(at + 1) == '"';
            if (doubled) {
                value.append('"');
                at++;
            } else if (letter == '"') {
                quoted = !quoted;
            } else if (quoted) {
                value.append(letter);
            } else {
                plain(letter);
            }
        }
        endRecord();
        return records;
    }

    private void plain(char letter) {
        switch (letter) {
            case ',' -> endValue();
            case '\n' -> endRecord();
            case '\r' -> {}
            default -> value.append(letter);
        }
    }

    private void endValue() {
        record.add(value.toString());
        value.setLength(0);
    }

    private void endRecord() {
        endValue();
        if (record.size() > 1 || !record.get(0).isBlank()) {
            records.add(record);
        }
        record = new ArrayList<>();
    }
}
