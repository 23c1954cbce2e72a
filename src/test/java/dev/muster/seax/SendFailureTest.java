package dev.muster.seax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.apply.PostResponse;
import dev.muster.http.HttpProxy;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import kong.unirest.core.UnirestException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SendFailureTest {
    private final SendFailure failure = failure(Optional.empty());

    private static SendFailure failure(Optional<HttpProxy> proxy) {
        return new SendFailure(SendLimits.DEFAULT, new Redactor(SeaxServer.KEY), proxy);
    }

    @Test
    void who_refused_is_the_proxy_where_there_is_one() {
        var proxied = failure(Optional.of(HttpProxy.of("http://ada:canary@proxy.example:3128")));

        assertThat(proxied.answer(new ConnectException("Connection refused")))
                .isEqualTo(new PostResponse.NeverLeft("the proxy proxy.example:3128 refused the connection"));
        assertThat(proxied.answer(new UnresolvedAddressException()))
                .isEqualTo(new PostResponse.NeverLeft("the host name of the proxy proxy.example:3128 is not known"));
        assertThat(proxied.answer(new HttpConnectTimeoutException("timed out")))
                .isEqualTo(new PostResponse.NeverLeft("no connection to the proxy proxy.example:3128 within 10 s"));
    }

    static Stream<Exception> raisedBeforeAnythingIsWritten() {
        return Stream.of(
                new ConnectException("Connection refused"),
                new UnresolvedAddressException(),
                new HttpConnectTimeoutException("HTTP connect timed out"),
                new SSLHandshakeException("PKIX path building failed"));
    }

    static Stream<Throwable> everythingElse() {
        return Stream.of(
                new HttpTimeoutException("request timed out"),
                new SSLException("Unsupported or unrecognized SSL message"),
                new IOException("HTTP/1.1 header parser received no bytes", new EOFException()),
                new IOException("wrapped", new ConnectException("too deep to be proof")),
                new ProtocolException("Invalid status line"),
                new IllegalStateException(),
                new OutOfMemoryError());
    }

    @ParameterizedTest
    @MethodSource("raisedBeforeAnythingIsWritten")
    void never_left(Exception cause) {
        assertThat(failure.answer(wrapped(cause))).isInstanceOf(PostResponse.NeverLeft.class);
        assertThat(failure.answer(cause)).isInstanceOf(PostResponse.NeverLeft.class);
    }

    @ParameterizedTest
    @MethodSource("everythingElse")
    void lost(Throwable cause) {
        assertThat(failure.answer(wrapped(cause))).isInstanceOf(PostResponse.Lost.class);
    }

    @Test
    void an_unknown_host_is_named_as_such() {
        var unresolved = new ConnectException();
        unresolved.initCause(new ConnectException().initCause(new UnresolvedAddressException()));
        assertThat(failure.answer(wrapped(unresolved)))
                .isEqualTo(new PostResponse.NeverLeft("the host name is not known"));
    }

    @Test
    void the_key_is_in_no_cause() {
        var cause = new IOException("bad header: " + SeaxServer.KEY.reveal());
        assertThat(failure.answer(cause)).isEqualTo(new PostResponse.Lost("bad header: [API key]"));
    }

    private static Throwable wrapped(Throwable cause) {
        return new ExecutionException(new CompletionException(new UnirestException(cause)));
    }
}
