package dev.muster.seax;

import dev.muster.apply.PostResponse;
import dev.muster.apply.RefusalHint;
import dev.muster.apply.RetryHint;
import dev.muster.contacts.ContactImporter;
import dev.muster.contacts.DuplicateStrategy;
import dev.muster.contacts.ImportJob;
import dev.muster.contacts.Upload;
import dev.muster.diagnostic.EnvironmentException;
import dev.muster.http.HttpExchange;
import dev.muster.http.HttpReply;
import dev.muster.http.Transport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import kong.unirest.core.HttpRequest;
import kong.unirest.core.MultiPartBuilder;
import kong.unirest.core.UnirestInstance;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Uploads a file as multipart (API document, section 6), once: what SeaX may have taken is not sent again by itself. */
final class SeaxImporter implements ContactImporter {
    /** These are given before anything is done; others, as of a gateway that waited too long, prove nothing. */
    private static final Set<Integer> REFUSALS = Set.of(400, 401, 403, 404, 405, 413, 415, 422, 429);

    private static final ResourcePath TARGET = ResourcePath.posting("import_contacts");

    private final SeaxEndpoint endpoint;
    private final SendLimits limits;
    private final SeaxWorkspace workspace;
    private final Redactor redactor;
    private final SendFailure failure;
    private final Executor threads = Transport.threads();

    SeaxImporter(SeaxEndpoint endpoint, SendLimits limits, SeaxWorkspace workspace) {
        this.endpoint = endpoint;
        this.limits = limits;
        this.workspace = workspace;
        this.redactor = new Redactor(endpoint.key());
        this.failure = new SendFailure(limits, redactor, endpoint.network().proxy());
    }

    @Override
    public Optional<ImportJob> job(String id) {
        return workspace.importJob(id);
    }

    @Override
    public boolean hasJobs() {
        return workspace.capabilities().jobs();
    }

    @Override
    public Upload start(Path csv, DuplicateStrategy duplicates) {
        try (var connection = Transport.open(endpoint.network(), limits.connect(), limits.request(), threads)) {
            var exchange = new HttpExchange(limits.overall(), limits.maxBody(), threads);
            return answered(exchange.perform(request(connection, csv, duplicates)));
        } catch (ExecutionException e) {
            return lost(failure.answer(e));
        } catch (TimeoutException e) {
            return lost(failure.lateBody());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return lost(failure.interrupted());
        }
    }

    private HttpRequest<?> request(UnirestInstance connection, Path csv, DuplicateStrategy duplicates) {
        return connection
                .post(endpoint.url(TARGET.parts()))
                .header("Accept", "application/json")
                .header("User-Agent", Transport.USER_AGENT)
                .header("X-API-Key", endpoint.key().reveal())
                .queryString("duplicate_strategy", duplicates.word())
                // as bytes, so that the request says its length: a stream would be sent in chunks
                .field(MultiPartBuilder.named("file")
                        .value(bytes(csv))
                        .fileName("contacts.csv")
                        .contentType("text/csv"));
    }

    private static byte[] bytes(Path csv) {
        try {
            return Files.readAllBytes(csv);
        } catch (IOException e) {
            throw new EnvironmentException("The file cannot be read: " + e.getMessage(), e);
        }
    }

    private Upload answered(HttpReply reply) {
        if (reply.isSuccess()) {
            return accepted(reply);
        }
        var said = redactor.redact(reply.status()
                + ErrorText.in(reply.anyText()).map(text -> ": " + text).orElse(""));
        if (REFUSALS.contains(reply.status())) {
            var wait = RetryHint.in(reply.anyText(), reply.headers());
            return new Upload.NotTaken("SeaX refused the file (" + said + "). Nothing was imported. "
                    + RefusalHint.of(reply.status(), said, wait));
        }
        return new Upload.Unknown(said);
    }

    /** An answer that is not understood may come from somebody between: it proves nothing. */
    private static Upload accepted(HttpReply reply) {
        try {
            var body = reply.intactText().orElseThrow(() -> TARGET.unusable("it is cut"));
            return new Upload.Accepted(
                    RowMapper.importJob(new JsonRow(TARGET, JsonMapper.shared().readTree(body)).requireObject()));
        } catch (JacksonException e) {
            return new Upload.Unknown("its answer is not JSON");
        } catch (EnvironmentException e) {
            return new Upload.Unknown(String.valueOf(e.getMessage()));
        }
    }

    private static Upload lost(PostResponse answer) {
        return answer instanceof PostResponse.NeverLeft never
                ? new Upload.NotTaken("SeaX cannot be reached: " + never.cause() + ". Nothing was imported.")
                : new Upload.Unknown(((PostResponse.Lost) answer).cause());
    }
}
