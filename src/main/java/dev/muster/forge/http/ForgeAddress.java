package dev.muster.forge.http;

import dev.muster.diagnostic.EnvironmentException;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/** Where the API of a forge is: https, or http on this machine; a host and a path and nothing else. */
public record ForgeAddress(URI uri) {
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]");

    /** The address that a variable holds. */
    public static ForgeAddress of(String variable, String value) {
        try {
            var uri = URI.create(value.replaceAll("/+$", ""));
            if (isSafe(uri)) {
                return new ForgeAddress(uri);
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new EnvironmentException(variable
                + " is not the address of an API: https://host/path, without user, query or fragment (http only on this"
                + " machine).");
    }

    private static boolean isSafe(URI uri) {
        var scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        return uri.getHost() != null
                && uri.getRawUserInfo() == null
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null
                && (scheme.equals("https") || (scheme.equals("http") && isHere(uri.getHost())));
    }

    private static boolean isHere(String host) {
        return LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches();
    }

    String at(String path) {
        return uri + path;
    }
}
