package dev.muster.model.text;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The texts that phones make of one: as it is written, without the signs of formatting, and without characters that cannot be
 * seen. How WhatsApp finds links is not documented; what one of these readings shows may be what somebody taps.
 */
final class LinkReader {
    private static final Pattern DOT_OR_SCHEME = Pattern.compile("[.\\u3002\\uFF0E\\uFF61\\u2024\\uFE52]|://");
    private static final Pattern SIGNS = Pattern.compile("(?<![\\p{L}\\p{N}])[*_~`]++|[*_~`]++(?![\\p{L}\\p{N}])");
    private static final Pattern MARKED = Pattern.compile("[*_~`]|[^\\x00-\\x7F]");
    private static final Pattern INVISIBLE = Pattern.compile(
            "[\\p{Cf}\\x{034F}\\x{115F}\\x{1160}\\x{3164}\\x{FFA0}\\x{FE00}-\\x{FE0F}\\x{E0100}-\\x{E01EF}]");
    private static final Pattern EMOJI_NAME =
            Pattern.compile("\\p{So}[\\uFE0F\\u200D]*\\.([\\p{L}\\p{N}-]+)(?![\\p{L}\\p{N}])");

    private LinkReader() {}

    static List<Link> links(String text) {
        return mayHoldLink(text) ? LinkScanner.of(text).links() : List.of();
    }

    static Set<HostName> hosts(String text) {
        var hosts = new LinkedHashSet<HostName>();
        if (mayHoldLink(text)) {
            readings(text)
                    .forEach(reading -> hosts.addAll(LinkScanner.of(reading).hosts()));
            emojiNames(text).forEach(hosts::add);
        }
        return hosts;
    }

    static Set<HostName> mailHosts(String text) {
        var hosts = new LinkedHashSet<HostName>();
        if (text.indexOf('@') >= 0 && mayHoldLink(text)) {
            readings(text)
                    .forEach(reading -> hosts.addAll(LinkScanner.of(reading).mailHosts()));
        }
        return hosts;
    }

    /** Most texts and values hold neither a dot nor a scheme, and need no closer look. */
    static boolean mayHoldLink(String text) {
        return DOT_OR_SCHEME.matcher(text).find();
    }

    private static Stream<String> readings(String text) {
        if (MARKED.matcher(text).find()) {
            var seen = INVISIBLE.matcher(text).replaceAll("");
            // what browsers make of a host that is written in other forms of letters, such as circled ones (UTS 46)
            var common = Normalizer.normalize(seen, Normalizer.Form.NFKC);
            return Stream.of(text, plain(text), seen, plain(seen), common).distinct();
        }
        return Stream.of(text);
    }

    private static String plain(String text) {
        return SIGNS.matcher(text).replaceAll("");
    }

    private static Stream<HostName> emojiNames(String text) {
        return EMOJI_NAME
                .matcher(text)
                .results()
                .filter(name -> TopLevelDomains.contains(Objects.requireNonNull(name.group(1))))
                .map(name -> HostName.of(name.group()));
    }
}
