package dev.muster.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kong.unirest.core.Header;
import kong.unirest.core.HttpRequest;
import kong.unirest.core.HttpResponse;
import kong.unirest.core.RawResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One request and its answer, with a deadline of our own over all of it and a limit on the body. The HTTP client's own
 * timeout ends with the headers: a body that stalls would hold the caller for ever, one that never ends would fill memory.
 * Unirest's asynchronous calls are not used: they turn a failure into an answer with a made-up status (542).
 */
public record HttpExchange(Duration overall, int maxBody, Executor threads) {
    private static final Logger LOG = LoggerFactory.getLogger(HttpExchange.class);

    public HttpReply perform(HttpRequest<?> request) throws ExecutionException, InterruptedException, TimeoutException {
        var open = new OpenBody();
        var reply = CompletableFuture.supplyAsync(() -> read(request.asObject(raw -> raw), open), threads);
        try {
            var answer = reply.get(overall.toMillis(), TimeUnit.MILLISECONDS);
            // no query and no header: they hold what does not belong into a log
            LOG.debug("{} {} answered {}", request.getHttpMethod(), path(request), answer.status());
            return answer;
        } finally {
            // also frees the thread that still waits for a body which stalled
            open.end();
        }
    }

    private static String path(HttpRequest<?> request) {
        return URI.create(request.getUrl()).getPath();
    }

    private HttpReply read(HttpResponse<RawResponse> response, OpenBody open) {
        var body = new ByteArrayOutputStream();
        var end = copy(open.begin(content(response)), body);
        return new HttpReply(response.getStatus(), headers(response), body.toByteArray(), end);
    }

    /** The refusal of a proxy comes without a body. */
    private static InputStream content(HttpResponse<RawResponse> response) {
        return Objects.requireNonNullElseGet(response.getBody().getContent(), InputStream::nullInputStream);
    }

    /** In small steps, so that what came before a cut is kept as evidence. */
    private HttpReply.End copy(InputStream from, ByteArrayOutputStream to) {
        var chunk = new byte[8192];
        try {
            for (int read = from.read(chunk); read >= 0; read = from.read(chunk)) {
                int room = maxBody - to.size();
                to.write(chunk, 0, Math.min(read, room));
                if (read > room) {
                    return HttpReply.End.TOO_LONG;
                }
            }
            return HttpReply.End.WHOLE;
        } catch (IOException e) {
            return HttpReply.End.CUT;
        }
    }

    private static SortedMap<String, String> headers(HttpResponse<?> response) {
        var headers = new TreeMap<String, String>();
        for (Header header : response.getHeaders().all()) {
            headers.merge(header.getName().toLowerCase(Locale.ROOT), header.getValue(), (a, b) -> a + ", " + b);
        }
        return headers;
    }

    /** The body that is being read, for whoever has to end the reading from another thread, also before it began. */
    private static final class OpenBody {
        private InputStream stream = InputStream.nullInputStream();
        private boolean isOver;

        synchronized InputStream begin(InputStream content) {
            stream = content;
            if (isOver) {
                end();
            }
            return content;
        }

        synchronized void end() {
            isOver = true;
            try {
                stream.close();
            } catch (IOException e) {
                // nothing more is wanted from it
            }
        }
    }
}
