package dev.muster.http;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * The way from this machine to one host: directly or through a proxy, and who may have signed the host's certificate. That the
 * key goes to this host only, over https, does not depend on it.
 */
public record Network(Optional<HttpProxy> proxy, Optional<SSLContext> trust) {
    /** Directly, and Java's own authorities alone. */
    public static final Network DIRECT = new Network(Optional.empty(), Optional.empty());

    /** A client of Java's that goes this way. */
    public HttpClient.Builder on(HttpClient.Builder client) {
        trust.ifPresent(client::sslContext);
        proxy.ifPresent(tunnel -> client.proxy(tunnel.selector()));
        return client;
    }

    /** For the header {@code Proxy-Authorization} of each request: the client gives it to the proxy alone. */
    public Optional<String> proxyAuthorization() {
        return proxy.flatMap(HttpProxy::authorization);
    }

    /** The same, believing the authorities in this file too; {@code source} is how a complaint calls it. */
    public Network trusting(Path file, String source) {
        return new Network(proxy, Optional.of(TrustedCertificates.with(file, source)));
    }
}
