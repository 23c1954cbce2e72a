package dev.muster.seax;

import dev.muster.apply.PostResponse;
import dev.muster.apply.ServerText;
import dev.muster.http.HttpProxy;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLHandshakeException;
import kong.unirest.core.UnirestException;
import org.jspecify.annotations.Nullable;

/**
 * What a failure without an answer proves. Five kinds are raised before the first byte of a request is written; every
 * other kind looks the same whether SeaX never read the request or has carried it out. Where there is a {@code proxy}, it is
 * the one that the client connects to.
 */
record SendFailure(SendLimits limits, Redactor redactor, Optional<HttpProxy> proxy) {

    PostResponse answer(Throwable thrown) {
        var cause = unwrapped(thrown);
        if (cause instanceof UnresolvedAddressException || cause instanceof ConnectException) {
            return new PostResponse.NeverLeft(isUnresolved(cause) ? unknownHost() : refused());
        }
        if (cause instanceof HttpConnectTimeoutException) { // before its parent, which proves nothing
            var to = proxy.map(tunnel -> " to the proxy " + tunnel).orElse("");
            return new PostResponse.NeverLeft("no connection" + to + " within " + seconds(limits.connect()));
        }
        if (cause instanceof SSLHandshakeException) {
            return new PostResponse.NeverLeft(
                    "no secure connection: " + distrust(cause).orElseGet(() -> text(cause)));
        }
        if (isRefusedTunnel(cause)) {
            return new PostResponse.NeverLeft("the proxy opened no way to the host: " + text(cause));
        }
        return cause instanceof HttpTimeoutException
                ? new PostResponse.Lost("no answer within " + seconds(limits.request()))
                : new PostResponse.Lost(text(cause));
    }

    /** Whether the request was written, and the time for an answer is over. */
    static boolean isLate(Throwable thrown) {
        var cause = unwrapped(thrown);
        return cause instanceof HttpTimeoutException && !(cause instanceof HttpConnectTimeoutException);
    }

    private String unknownHost() {
        return proxy.map(tunnel -> "the host name of the proxy " + tunnel + " is not known")
                .orElse("the host name is not known");
    }

    private String refused() {
        return proxy.map(tunnel -> "the proxy " + tunnel + " refused the connection")
                .orElse("the connection was refused");
    }

    PostResponse lateBody() {
        return new PostResponse.Lost("no complete answer within " + seconds(limits.overall()));
    }

    PostResponse interrupted() {
        return new PostResponse.Lost("interrupted while waiting for the answer");
    }

    private static Throwable unwrapped(Throwable thrown) {
        var cause = thrown.getCause();
        boolean isWrapper = thrown instanceof ExecutionException
                || thrown instanceof CompletionException
                || thrown instanceof UnirestException;
        return isWrapper && cause != null ? unwrapped(cause) : thrown;
    }

    private static boolean isUnresolved(@Nullable Throwable cause) {
        return cause != null && (cause instanceof UnresolvedAddressException || isUnresolved(cause.getCause()));
    }

    /** The client asks the proxy for a tunnel before it writes a byte of the request. */
    private static boolean isRefusedTunnel(Throwable cause) {
        return String.valueOf(cause.getMessage()).startsWith("Tunnel failed");
    }

    /** Java names classes where a person needs to know whose certificate to get. */
    private static Optional<String> distrust(@Nullable Throwable cause) {
        if (cause instanceof CertPathBuilderException) {
            return Optional.of("nobody whom this machine trusts signed the certificate; if your network has an"
                    + " authority of its own, write `ca_file` for the workspace, or set SSL_CERT_FILE");
        }
        return cause == null ? Optional.empty() : distrust(cause.getCause());
    }

    private String text(Throwable cause) {
        var message = cause.getMessage();
        return redactor.redact(
                ServerText.clean(message == null ? cause.getClass().getSimpleName() : message));
    }

    private static String seconds(Duration duration) {
        return Math.max(1, duration.toSeconds()) + " s";
    }
}
