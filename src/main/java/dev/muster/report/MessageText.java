package dev.muster.report;

import dev.muster.diagnostic.Characters;
import dev.muster.model.Message;
import java.util.regex.Pattern;

/** A message in one line: its beginning, its length, its links. */
final class MessageText {
    private static final int SHOWN = 40;
    private static final int LIMIT = 1024;
    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    private MessageText() {}

    static String of(Message message) {
        var text = message.text().strip();
        int length = Math.max(text.length(), text.codePointCount(0, text.length()));
        var links = LINK.matcher(text).results().count();
        return "\"" + beginning(text) + "\"  " + length + " of " + Numbers.of(LIMIT) + " characters"
                + (links == 0 ? "" : ", " + Numbers.of(links, "link") + (message.shortenLinks() ? ", shortened" : ""))
                + (message.media().isEmpty()
                        ? ""
                        : ", " + Numbers.of(message.media().size(), "file"));
    }

    private static String beginning(String text) {
        var line = Characters.visibleInMessage(text.replace('\n', ' '));
        return line.codePointCount(0, line.length()) <= SHOWN
                ? line
                : line.substring(0, line.offsetByCodePoints(0, SHOWN)).stripTrailing() + "…";
    }
}
