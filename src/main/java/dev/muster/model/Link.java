package dev.muster.model;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A link as a messenger recognises it in a text, also without a scheme ({@code www.example.com}, {@code example.com/sale}),
 * and the host that it leads to.
 */
public record Link(String address, String host) {
    private static final Pattern LINK = Pattern.compile(
            "(?i)(?<![\\p{L}\\p{N}@.-])(?:https?://|www\\.|(?:[\\p{L}\\p{N}-]{1,63}\\.){1,8}\\p{L}{2,63}/)"
                    + "[^\\s<>\"]*");
    private static final Pattern CLOSING = Pattern.compile("[.,;:!?'()*~]+$");
    private static final Pattern SCHEME = Pattern.compile("(?i)^https?://");
    private static final Pattern NUMBERS = Pattern.compile("(0x[0-9a-f]+|[0-9]+)(\\.(0x[0-9a-f]+|[0-9]+)){0,3}\\.?");

    /** The links of a text, in its order. */
    public static List<Link> in(String text) {
        return LINK.matcher(text)
                .results()
                .map(match -> CLOSING.matcher(match.group()).replaceFirst(""))
                .map(address -> new Link(address, hostOf(address)))
                .toList();
    }

    public boolean isHttps() {
        return address.toLowerCase(Locale.ROOT).startsWith("https://");
    }

    /** Whether the host is the address of a machine instead of a name: nobody can see whose it is. */
    public boolean hasBareAddress() {
        return host.startsWith("[") || NUMBERS.matcher(host).matches();
    }

    /** What stands before {@code @} is no host, however much it looks like one. */
    private static String hostOf(String address) {
        var authority = SCHEME.matcher(address).replaceFirst("").split("[/?#\\\\]", 2)[0];
        var server = authority.substring(authority.lastIndexOf('@') + 1);
        return server.replaceFirst(":[0-9]*$", "").toLowerCase(Locale.ROOT);
    }
}
