package dev.muster.seax;

import dev.muster.apply.PostResponse;
import dev.muster.apply.RefusalHint;
import dev.muster.apply.RetryHint;
import dev.muster.diagnostic.EnvironmentException;
import dev.muster.http.HttpExchange;
import dev.muster.http.HttpReply;
import dev.muster.http.Transport;
import dev.muster.model.KeyedHash;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeoutException;
import kong.unirest.core.GetRequest;
import kong.unirest.core.UnirestInstance;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * GETs of one workspace. What comes out is an answer that somebody can act on; what cannot be mended by asking again
 * (refused key, redirect, server error, silence) is an {@link EnvironmentException} that names the endpoint.
 */
final class SeaxReader implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(64)
                            .maxStringLength(1 << 20)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final SeaxEndpoint endpoint;
    private final ReadLimits limits;
    private final ReadRetryPolicy retry;
    private final Redactor redactor;
    private final SendFailure failure;
    private final ClockSkew skew;
    private final RowLimit rowLimit = new RowLimit();
    private final ExecutorService threads = Transport.threads();
    private final UnirestInstance connections;

    SeaxReader(SeaxEndpoint endpoint, ReadLimits limits, ReadRetryPolicy retry) {
        this(endpoint, limits, retry, Optional.empty());
    }

    /** The same, holding SeaX's clock against ours. */
    SeaxReader(SeaxEndpoint endpoint, ReadLimits limits, ReadRetryPolicy retry, Optional<Clock> clock) {
        this.skew = new ClockSkew(clock);
        this.endpoint = endpoint;
        this.limits = limits;
        this.retry = retry;
        this.redactor = new Redactor(endpoint.key());
        var times = new SendLimits(limits.connect(), limits.overall(), limits.overall(), limits.maxBody());
        this.failure = new SendFailure(times, redactor, endpoint.network().proxy());
        this.connections = Transport.open(endpoint.network(), limits.connect(), limits.overall(), threads);
    }

    /** To load this class is to make its mapper. */
    static void prepare() {}

    /**
     * Asks, three times if need be, and for fewer rows, or in no order, if the server cannot give so many or not in that order.
     * The answer is whole, and a success or a refusal of this request (4xx).
     */
    HttpReply ask(ResourcePath target, Map<String, String> query) {
        return settled(
                target,
                rowLimit.ask(
                        target,
                        query,
                        limited -> retry.run(
                                () -> tryOnce(target, limited),
                                result -> result.isLateAnswer() && RowLimit.isLarge(limited))));
    }

    /** The body of a success as an object. */
    JsonRow object(ResourcePath target, Map<String, String> query) {
        return object(target, ask(target, query));
    }

    /** The body of a success as an object. */
    JsonRow object(ResourcePath target, HttpReply reply) {
        if (!reply.isSuccess()) {
            throw new EnvironmentException(
                    "SeaX refused " + target + " (" + said(reply) + ")." + remedy(target, reply));
        }
        try {
            return new JsonRow(target, JSON.readTree(reply.body())).requireObject();
        } catch (JacksonException e) {
            throw target.unusable("it is not JSON");
        }
    }

    ExecutorService threads() {
        return threads;
    }

    KeyedHash hash() {
        return endpoint.rosterHash();
    }

    Optional<Duration> skew() {
        return skew.smallest();
    }

    /** How many rows of a list are asked for at once; it can fall, but never rises. */
    int rowsAtOnce() {
        return rowLimit.rows();
    }

    int maxRows() {
        return limits.maxRows();
    }

    @Override
    public void close() {
        connections.close();
        threads.shutdownNow();
    }

    private ReadResult tryOnce(ResourcePath target, Map<String, String> query) {
        try {
            var exchange = new HttpExchange(limits.overall(), limits.maxBody(), threads);
            var reply = exchange.perform(request(target, query));
            skew.note(reply);
            return new ReadResult.Answered(reply);
        } catch (ExecutionException e) {
            var answer = failure.answer(e);
            return new ReadResult.Silent(cause(answer), answer instanceof PostResponse.Lost, SendFailure.isLate(e));
        } catch (TimeoutException e) {
            return new ReadResult.Silent(cause(failure.lateBody()), true, true);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EnvironmentException("Interrupted while waiting for SeaX.", e);
        }
    }

    private GetRequest request(ResourcePath target, Map<String, String> query) {
        var request = connections
                .get(endpoint.url(target.parts()))
                .header("Accept", "application/json")
                .header("User-Agent", Transport.USER_AGENT)
                .header("X-API-Key", endpoint.key().reveal());
        query.forEach(request::queryString);
        return request;
    }

    private static String cause(PostResponse answer) {
        return answer instanceof PostResponse.NeverLeft never ? never.cause() : ((PostResponse.Lost) answer).cause();
    }

    private HttpReply settled(ResourcePath target, ReadResult result) {
        if (result instanceof ReadResult.Silent silent) {
            throw new EnvironmentException(
                    "SeaX does not answer " + target + " at " + endpoint.baseUrl() + ": " + silent.cause() + ".");
        }
        var reply = ((ReadResult.Answered) result).reply();
        requireTrustworthy(target, reply);
        return reply;
    }

    private void requireTrustworthy(ResourcePath target, HttpReply reply) {
        int status = reply.status();
        if (status == 407) {
            throw new EnvironmentException("The proxy wants a user and a password (" + said(reply)
                    + "). Write them into" + " HTTPS_PROXY: http://user:password@host:port");
        }
        if (status == 401 || status == 403) {
            throw new EnvironmentException("SeaX refused the API key (" + said(reply) + ")." + remedy(target, reply));
        }
        if (status / 100 == 3) {
            throw new EnvironmentException("SeaX redirected " + target + " (" + status
                    + "), which is never followed. The base URL of the workspace is wrong: " + endpoint.baseUrl());
        }
        if (status == 429 || status >= 500 || status < 200) {
            throw new EnvironmentException(
                    "SeaX could not answer " + target + " (" + said(reply) + ")." + remedy(target, reply));
        }
        if (reply.end() != HttpReply.End.WHOLE) {
            throw target.unusable(reply.end() == HttpReply.End.CUT ? "it was cut short" : "it is too long");
        }
    }

    /** That a single thing is not there is nothing to mend. */
    private String remedy(ResourcePath target, HttpReply reply) {
        boolean isGone = reply.status() == 404 && target.path().size() > 1;
        return isGone ? "" : " " + RefusalHint.of(reply.status(), said(reply), hint(reply));
    }

    private static Optional<Duration> hint(HttpReply reply) {
        return RetryHint.in(reply.anyText(), reply.headers());
    }

    private String said(HttpReply reply) {
        return redactor.redact(reply.status()
                + ErrorText.in(reply.anyText()).map(text -> ": " + text).orElse(""));
    }
}
