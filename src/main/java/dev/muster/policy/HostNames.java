package dev.muster.policy;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The hosts that a text may lead to, strictly: behind any scheme, and every bare name with a dot in it, since messengers
 * make a link of {@code example.com} as well. What stands before {@code @} in an address is no host, however much it looks
 * like one.
 */
final class HostNames {
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://([^\\s/?#\\\\]*)[^\\s]*");
    private static final Pattern BARE =
            Pattern.compile("(?<![\\p{L}\\p{N}@._-])(?:[\\p{L}\\p{N}-]+\\.)+\\p{L}{2,}(?![\\p{L}\\p{N}-])");

    private HostNames() {}

    /** Each host once, in the order of the text, in lower case. */
    static List<String> in(String text) {
        var addresses = ADDRESS.matcher(text).results().map(match -> host(match.group(1)));
        var bare = BARE.matcher(ADDRESS.matcher(text).replaceAll(" ")).results().map(match -> host(match.group()));
        return Stream.concat(addresses, bare).distinct().toList();
    }

    private static String host(String authority) {
        return authority
                .substring(authority.lastIndexOf('@') + 1)
                .replaceFirst(":[0-9]*$", "")
                .replaceFirst("[.,;:!)\\]'\"]+$", "")
                .toLowerCase(Locale.ROOT);
    }
}
