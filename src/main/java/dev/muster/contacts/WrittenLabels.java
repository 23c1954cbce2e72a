package dev.muster.contacts;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The labels of a cell: separated by commas; each in quotes, as Mailchimp does; or separated as another program does, and
 * then {@code separator} says how. A label that holds a comma stays whole, and is refused later: SeaX would make two of it.
 */
record WrittenLabels(List<String> labels, Optional<Separator> separator) {
    private static final Pattern QUOTED = Pattern.compile("\\s*\"[^\",]+\"\\s*(?:,\\s*\"[^\",]+\"\\s*)*");

    /** Groups that Google Contacts keeps itself and writes with an asterisk, today and before 2024; nobody made them. */
    private static final Pattern OF_GOOGLE = Pattern.compile(
            "\\* (?:my ?contacts|starred(?: in android)?|friends|family|coworkers|other(?: contacts)?)",
            Pattern.CASE_INSENSITIVE);

    WrittenLabels {
        labels = List.copyOf(labels);
    }

    /** What other programs write between labels, the surest first. */
    enum Separator {
        /** Google Contacts. */
        COLONS(":::", "\":::\"", ":::"),
        /** HubSpot, Outlook, Salesforce, Zoho. */
        SEMICOLON(";", "semicolons", ";"),
        /** Shops, ActiveCampaign, which doubles it. */
        BAR("|", "bars", "\\|{1,2}"),
        /** Spreadsheets in which somebody wrote one label below the other. */
        LINE_BREAK("\n", "line breaks", "\\R");

        private final String sign;
        private final String word;
        private final Pattern pattern;

        Separator(String sign, String word, String pattern) {
            this.sign = sign;
            this.word = word;
            this.pattern = Pattern.compile(pattern);
        }

        /** As a sentence calls them. */
        String word() {
            return word;
        }

        private boolean isIn(String text) {
            return text.contains(sign) || (this == LINE_BREAK && text.indexOf('\r') >= 0);
        }

        /** Programs write one before the first label or after the last, too. */
        private List<String> labels(String cell) {
            return pattern.splitAsStream(cell)
                    .map(String::strip)
                    .filter(label ->
                            !label.isEmpty() && !OF_GOOGLE.matcher(label).matches())
                    .toList();
        }
    }

    /** How a file writes labels: what stands between its values, and the labels that must not be taken apart. */
    static final class Form {
        private final char betweenValues;
        private final Map<Separator, List<String>> whole = new EnumMap<>(Separator.class);

        Form(char betweenValues, Collection<String> known) {
            this.betweenValues = betweenValues;
            for (var separator : Separator.values()) {
                whole.put(separator, known.stream().filter(separator::isIn).toList());
            }
        }

        private Optional<Separator> separator(String cell) {
            return Arrays.stream(Separator.values())
                    .filter(separator -> separator.isIn(cell) && mayTakeApart(cell, separator))
                    .findFirst();
        }

        /** A sign that separates the file's values too, or stands in the name of a label, does not separate labels. */
        private boolean mayTakeApart(String cell, Separator separator) {
            return separator.sign.charAt(0) != betweenValues
                    && whole.getOrDefault(separator, List.of()).stream().noneMatch(cell::contains);
        }
    }

    static WrittenLabels in(String cell, Form form) {
        if (cell.isBlank()) {
            return new WrittenLabels(List.of(), Optional.empty());
        }
        if (QUOTED.matcher(cell).matches()) {
            return byCommas(cell.replace("\"", ""));
        }
        var other = cell.indexOf('"') < 0 && (cell.indexOf(',') < 0 || Separator.COLONS.isIn(cell))
                ? form.separator(cell.strip())
                : Optional.<Separator>empty();
        return other.map(separator -> new WrittenLabels(separator.labels(cell), other))
                .orElseGet(() -> byCommas(cell));
    }

    private static WrittenLabels byCommas(String text) {
        var labels = Stream.of(text.split(",", -1))
                .map(String::strip)
                .filter(label -> !OF_GOOGLE.matcher(label).matches())
                .toList();
        return new WrittenLabels(labels, Optional.empty());
    }
}
