package dev.muster.http;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The hosts that are asked without a proxy, as {@code NO_PROXY} lists them: names that hold for their sub-domains too
 * ({@code example.com}, {@code .example.com}, {@code *.example.com}), addresses, each with a port if one likes, or {@code *}
 * for all. This machine never needs a proxy. Ranges of addresses ({@code 10.0.0.0/8}) hold for hosts that are written as one.
 *
 * <p>The variable has no standard; this is what curl, Go and Python agree on.
 */
public record NoProxy(List<String> entries) {
    public NoProxy {
        entries = List.copyOf(entries);
    }

    /** From a list with commas or blanks. */
    public static NoProxy of(String list) {
        return new NoProxy(Arrays.stream(list.toLowerCase(Locale.ROOT).split("[,\\s]+"))
                .filter(entry -> !entry.isEmpty())
                .toList());
    }

    /** Whether this host, on this port, is asked directly. */
    public boolean covers(String host, int port) {
        var name = bare(host.toLowerCase(Locale.ROOT));
        return isThisMachine(name) || entries.stream().anyMatch(entry -> covers(entry, name, port));
    }

    private static boolean isThisMachine(String name) {
        return name.equals("localhost") || name.endsWith(".localhost") || name.startsWith("127.") || name.equals("::1");
    }

    private static boolean covers(String entry, String name, int port) {
        if (entry.equals("*")) {
            return true;
        }
        if (entry.contains("/")) {
            return AddressRange.of(entry).filter(range -> range.contains(name)).isPresent();
        }
        int colon = entry.lastIndexOf(':');
        boolean hasPort = (colon > 0 && entry.indexOf(':') == colon) || entry.contains("]:");
        if (hasPort && !entry.substring(colon + 1).equals(String.valueOf(port))) {
            return false;
        }
        var domain = bare(hasPort ? entry.substring(0, colon) : entry).replaceFirst("^\\*?\\.", "");
        return !domain.isEmpty() && (name.equals(domain) || name.endsWith("." + domain));
    }

    /** Without the brackets of an IPv6 address and the dot that ends a full name. */
    private static String bare(String host) {
        return host.replaceAll("^\\[|]$", "").replaceFirst("\\.$", "");
    }
}
