package dev.muster.model.text;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A link as a phone makes one of a text, with a scheme or without ({@code https://example.com/sale}, {@code example.com}),
 * where in the text it begins, and the host that it leads to.
 */
public record Link(String address, int start, HostName host) {
    /** The links that every phone sees, in the order of the text. */
    public static List<Link> in(String text) {
        return LinkReader.links(text);
    }

    /**
     * Every host that some phone may take the text to lead to, in the order of the text: those of its links, and those that
     * are seen only without formatting signs or invisible characters, behind {@code @}, or where two alphabets meet.
     */
    public static Set<HostName> hostsIn(String text) {
        return LinkReader.hosts(text);
    }

    /** The hosts of mail addresses, which WhatsApp makes tappable too: {@code example.com} of {@code us@example.com}. */
    public static Set<HostName> mailHostsIn(String text) {
        return LinkReader.mailHosts(text);
    }

    public boolean isHttps() {
        return address.toLowerCase(Locale.ROOT).startsWith("https://");
    }
}
