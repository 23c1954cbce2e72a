package dev.muster.seax;

import dev.muster.apply.PostResponse;
import dev.muster.http.HttpExchange;
import dev.muster.http.HttpReply;
import dev.muster.http.Transport;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import kong.unirest.core.HttpRequest;
import kong.unirest.core.UnirestInstance;

/**
 * Posts to one path, its parts separated by slashes, over a connection of its own: one request, no
 * retry, no redirect, no cookie, HTTP/1.1 (a newer version may repeat a request by itself), and a deadline over everything.
 * Whatever happens comes back as a value.
 */
final class SinglePost {
    private static final Set<String> KEPT_HEADERS =
            Set.of("content-length", "content-type", "date", "retry-after", "server", "x-request-id");

    private final String path;
    private final SeaxEndpoint endpoint;
    private final SendLimits limits;
    private final Redactor redactor;
    private final SendFailure failure;
    private final Executor threads = Transport.threads();

    SinglePost(String path, SeaxEndpoint endpoint, SendLimits limits) {
        this.path = path;
        this.endpoint = endpoint;
        this.limits = limits;
        this.redactor = new Redactor(endpoint.key());
        this.failure = new SendFailure(limits, redactor, endpoint.network().proxy());
    }

    PostResponse post(String body) {
        try (var connection = open()) {
            return received(exchange().perform(request(connection, body)));
        } catch (ExecutionException e) {
            return failure.answer(e);
        } catch (TimeoutException e) {
            return failure.lateBody();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failure.interrupted();
        } catch (Throwable e) { // whatever it is, the request may be on its way: that is an outcome, not a crash
            return failure.answer(e);
        }
    }

    UnirestInstance open() {
        return Transport.open(endpoint.network(), limits.connect(), limits.request(), threads);
    }

    private HttpExchange exchange() {
        return new HttpExchange(limits.overall(), limits.maxBody(), threads);
    }

    private HttpRequest<?> request(UnirestInstance connection, String body) {
        return connection
                .post(endpoint.url(path.split("/")))
                .header("Accept", "application/json")
                .header("User-Agent", Transport.USER_AGENT)
                .header("Content-Type", "application/json")
                .header("X-API-Key", endpoint.key().reveal())
                .body(body.getBytes(StandardCharsets.UTF_8));
    }

    /** The answer goes into the record, and a server, or a page between, may echo what it was sent. */
    private PostResponse received(HttpReply reply) {
        var headers = new TreeMap<>(reply.headers());
        headers.keySet().retainAll(KEPT_HEADERS);
        headers.replaceAll((name, value) -> redactor.redact(value));
        var intact = reply.intactText();
        var body = redactor.redact(intact.orElseGet(reply::anyText));
        return new PostResponse.Received(reply.status(), headers, body, intact.isPresent());
    }
}
