package dev.muster.contacts;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The labels of a cell: separated by commas; by {@code :::}, as Google Contacts does; or each in quotes, as Mailchimp does. A
 * label that holds a comma stays in its quotes, and is refused later: it would become two.
 */
final class WrittenLabels {
    private static final Pattern QUOTED = Pattern.compile("\\s*\"[^\",]+\"\\s*(?:,\\s*\"[^\",]+\"\\s*)*");

    /** Groups that Google Contacts keeps itself and writes with an asterisk; nobody made them. */
    private static final Set<String> OF_GOOGLE =
            Set.of("* myContacts", "* starred", "* friends", "* family", "* coworkers", "* other");

    private WrittenLabels() {}

    static List<String> in(String cell) {
        if (cell.isBlank()) {
            return List.of();
        }
        boolean isQuoted = QUOTED.matcher(cell).matches();
        var text = isQuoted ? cell.replace("\"", "") : cell;
        return Pattern.compile(",|:::")
                .splitAsStream(text + ",\0")
                .map(String::strip)
                .filter(label -> !label.equals("\0") && !OF_GOOGLE.contains(label))
                .toList();
    }
}
