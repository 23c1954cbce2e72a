package dev.muster.http;

import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * A proxy that opens a tunnel (HTTP CONNECT): what passes through it stays encrypted between Muster and SeaX. Its password is
 * in no text of this value.
 *
 * @param authorization what the proxy gets in {@code Proxy-Authorization}; SeaX never gets it
 */
public record HttpProxy(String host, int port, Optional<String> authorization) {
    private static final int HIGHEST_PORT = 65_535;

    /**
     * From an address such as {@code http://user:password@proxy.example:3128}, where user and password may be left out and are
     * percent-encoded.
     *
     * @throws IllegalArgumentException in words that do not repeat the address, which may hold a password
     */
    public static HttpProxy of(String address) {
        var url = parse(address.contains("://") ? address : "http://" + address);
        if (!"http".equalsIgnoreCase(url.getScheme())) {
            throw new IllegalArgumentException("it begins with " + url.getScheme() + ":, and only http: is known");
        }
        if (url.getHost() == null || url.getPort() < 1 || url.getPort() > HIGHEST_PORT || hasMore(url)) {
            throw new IllegalArgumentException("it is not of the form http://host:port");
        }
        return new HttpProxy(
                url.getHost(),
                url.getPort(),
                Optional.ofNullable(url.getRawUserInfo()).map(HttpProxy::basic));
    }

    private static URI parse(String address) {
        try {
            return URI.create(address);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("it is not of the form http://host:port", e);
        }
    }

    private static boolean hasMore(URI url) {
        return url.getRawQuery() != null
                || url.getRawFragment() != null
                || !String.valueOf(url.getRawPath()).matches("/?");
    }

    private static String basic(String userInfo) {
        var decoded = URLDecoder.decode(userInfo.replace("+", "%2B"), StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(decoded.getBytes(StandardCharsets.UTF_8));
    }

    /** Its name is looked up when it is needed, and anew each time. */
    ProxySelector selector() {
        return ProxySelector.of(new InetSocketAddress(host, port));
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
