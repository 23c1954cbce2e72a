package dev.muster.forge.http;

import dev.muster.diagnostic.Characters;
import dev.muster.diagnostic.EnvironmentException;
import dev.muster.forge.ForgeException;
import dev.muster.forge.ForgeException.Kind;
import dev.muster.http.HttpExchange;
import dev.muster.http.HttpReply;
import dev.muster.http.Network;
import dev.muster.http.Transport;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeoutException;
import kong.unirest.core.HttpRequest;
import kong.unirest.core.UnirestInstance;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Requests to one forge with one token. What is no success is a {@link ForgeException} that says what can be done. */
final class ForgeClient implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration OVERALL = Duration.ofMinutes(1);

    /** A page of issues with their last comments, each as long as it can be. */
    private static final int MAX_BODY = 64 << 20;

    private static final int SHOWN = 200;

    private final String forge;
    private final ForgeAddress address;
    private final ForgeToken token;
    private final Header authorization;
    private final ExecutorService threads = Transport.threads();
    private final UnirestInstance connections;

    /** The header by which a forge takes the token: its name, and what stands before the token. */
    record Header(String name, String scheme) {}

    ForgeClient(String forge, ForgeAddress address, ForgeToken token, Header authorization, Network network) {
        this.forge = forge;
        this.address = address;
        this.token = token;
        this.authorization = authorization;
        this.connections = Transport.open(network, CONNECT, OVERALL, threads);
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    HttpReply get(String url) {
        return answered(connections.get(url), Kind.REFUSED);
    }

    HttpReply post(String url, ObjectNode body) {
        return answered(
                connections.post(url).header("Content-Type", "application/json").body(JSON.writeValueAsBytes(body)),
                Kind.REFUSED);
    }

    /** Changes what is there, or finds it {@link Kind#GONE}. */
    HttpReply put(String url, ObjectNode body) {
        return answered(
                connections.put(url).header("Content-Type", "application/json").body(JSON.writeValueAsBytes(body)),
                Kind.GONE);
    }

    String at(String path) {
        return address.at(path);
    }

    /** The body of a success. */
    JsonNode json(HttpReply reply) {
        if (reply.end() != HttpReply.End.WHOLE) {
            throw new ForgeException(
                    reply.end() == HttpReply.End.CUT ? Kind.PASSING : Kind.REFUSED,
                    forge + "'s answer was cut or is too long.");
        }
        try {
            return JSON.readTree(reply.body());
        } catch (JacksonException e) {
            throw new ForgeException(Kind.REFUSED, forge + "'s answer is not JSON: another server may have answered.");
        }
    }

    /** A failure with what the forge said, which is shown as one line. */
    ForgeException failed(Kind kind, String said, Optional<Duration> wait) {
        return new ForgeException(kind, forge + " answered " + shown(said) + ".", wait);
    }

    private String shown(String said) {
        var line = Characters.visible(token.redact(said).replaceAll("\\s+", " ").strip());
        return line.length() <= SHOWN ? line : line.substring(0, line.offsetByCodePoints(0, SHOWN / 2)) + "…";
    }

    private HttpReply answered(HttpRequest<?> request, Kind missing) {
        request.header("Accept", "application/json")
                .header("User-Agent", Transport.USER_AGENT)
                .header(authorization.name(), authorization.scheme() + token.reveal());
        try {
            return settled(new HttpExchange(OVERALL, MAX_BODY, threads).perform(request), missing);
        } catch (ExecutionException e) {
            throw new ForgeException(Kind.PASSING, forge + " did not answer: " + cause(e) + ".");
        } catch (TimeoutException e) {
            throw new ForgeException(Kind.PASSING, forge + " did not answer in time.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EnvironmentException("Interrupted while waiting for " + forge + ".", e);
        }
    }

    private String cause(Throwable thrown) {
        Throwable root = thrown;
        for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            root = cause;
        }
        return root instanceof HttpTimeoutException
                ? "no answer in time"
                : shown(root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage());
    }

    private HttpReply settled(HttpReply reply, Kind missing) {
        int status = reply.status();
        if (reply.isSuccess()) {
            return reply;
        }
        if (status / 100 == 3) {
            throw failed(Kind.REFUSED, status + " and another address, which is never followed", Optional.empty());
        }
        var limit = RateLimit.of(reply).pause();
        if (limit.isPresent()) {
            throw failed(Kind.PASSING, said(reply), limit);
        }
        throw failed(status == 404 ? missing : kind(status), said(reply) + remedy(status), Optional.empty());
    }

    private static Kind kind(int status) {
        return switch (status) {
            case 408, 425 -> Kind.PASSING;
            case 400, 413, 422 -> Kind.UNACCEPTABLE;
            default -> status >= 500 || status < 200 ? Kind.PASSING : Kind.REFUSED;
        };
    }

    private static String remedy(int status) {
        return switch (status) {
            case 401 -> " (the token is not valid)";
            case 403, 404 -> " (the token may not do this, or there is no such project or request)";
            default -> "";
        };
    }

    /** Neither a page of HTML nor a list of details is for people here. */
    private static String said(HttpReply reply) {
        try {
            var body = JSON.readTree(reply.body());
            var message = body.path("message");
            var text =
                    message.isString() ? message.asString() : body.path("error").asString("");
            return text.isBlank() ? String.valueOf(reply.status()) : reply.status() + ": " + text;
        } catch (JacksonException e) {
            return String.valueOf(reply.status());
        }
    }

    @Override
    public void close() {
        connections.close();
        threads.shutdownNow();
    }
}
