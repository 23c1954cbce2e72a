package dev.muster.seax;

import dev.muster.diagnostic.EnvironmentException;
import dev.muster.http.Network;
import dev.muster.model.KeyedHash;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One workspace and the key to it. The base URL is https, or http on this machine; it names a host and a path and nothing
 * else. The key goes to this host only.
 */
public record SeaxEndpoint(String baseUrl, String workspaceId, ApiKey key, Network network) {
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]");

    public SeaxEndpoint {
        baseUrl = baseUrl.replaceAll("/+$", "");
        if (!isAcceptable(parse(baseUrl))) {
            throw new EnvironmentException("The base URL of a workspace is https://host/path"
                    + " (http only on this machine, no user, query or fragment), not: " + baseUrl);
        }
        if (workspaceId.isBlank()) {
            throw new EnvironmentException("The workspace id is empty.");
        }
    }

    /** Reached directly. */
    public SeaxEndpoint(String baseUrl, String workspaceId, ApiKey key) {
        this(baseUrl, workspaceId, key, Network.DIRECT);
    }

    /** A hash under this key and for this workspace only. */
    public KeyedHash rosterHash() {
        return new RosterHash(key, workspaceId);
    }

    /** The address of a path below the workspace, each of its parts encoded. */
    String url(String... parts) {
        var path = Arrays.stream(parts).map(SeaxEndpoint::encode).collect(Collectors.joining("/"));
        return baseUrl + "/workspace/" + encode(workspaceId) + "/" + path;
    }

    private static URI parse(String url) {
        try {
            return URI.create(url);
        } catch (IllegalArgumentException e) {
            throw new EnvironmentException("The base URL of the workspace is not a URL.", e);
        }
    }

    private static boolean isAcceptable(URI url) {
        return url.getHost() != null
                && url.getUserInfo() == null
                && url.getQuery() == null
                && url.getFragment() == null
                && (isHttps(url) || isLocal(url));
    }

    private static boolean isHttps(URI url) {
        return "https".equalsIgnoreCase(url.getScheme());
    }

    private static boolean isLocal(URI url) {
        return "http".equalsIgnoreCase(url.getScheme())
                && LOOPBACK.matcher(url.getHost().toLowerCase(Locale.ROOT)).matches();
    }

    private static String encode(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
