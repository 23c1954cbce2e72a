package dev.muster.forge;

import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * A file in which a job left what it found. It is read when it is needed, because there may be many.
 *
 * @param name the last part of its path
 */
public record ResultFile(String name, Supplier<String> content) {
    private static final Pattern MARKER = Pattern.compile("<!-- muster:\\{.*} -->");

    /** What was done comes first, then how it is going, then what was planned. */
    int rank() {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "apply.md" -> 0;
            case "status.md" -> 1;
            default -> 2;
        };
    }

    /** In at most about so many UTF-16 units. Only what Muster printed as Markdown and fits is Markdown here. */
    String shown(int room, String whole) {
        var lines = ForgeText.normalized(content.get()).split("\n", 2);
        boolean isOurs = MARKER.matcher(lines[0]).matches();
        var text = isOurs ? (lines.length > 1 ? lines[1] : "") : String.join("\n", lines);
        var worst = WorstLines.of(ForgeText.withoutMarkers(text.stripTrailing()), room);
        if (worst.isWhole()) {
            return isOurs ? worst.text() : ForgeText.block(worst.text());
        }
        return note(worst, whole) + ForgeText.block(worst.text());
    }

    private static String note(WorstLines worst, String whole) {
        return String.format(
                        Locale.ROOT,
                        "**Shortened:** %,d of %,d lines, doubts and errors first. %s%n%n",
                        worst.lines().size(),
                        worst.count(),
                        whole)
                .replace("\r", "");
    }

    /** The lines of it that speak of a doubt or an error. */
    String bad() {
        return content.get().lines().filter(WorstLines::isBad).reduce("", (all, line) -> all + line + "\n");
    }
}
