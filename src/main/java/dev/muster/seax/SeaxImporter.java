package dev.muster.seax;

import dev.muster.apply.Answer;
import dev.muster.apply.Remedy;
import dev.muster.apply.RetryHint;
import dev.muster.contacts.ContactImporter;
import dev.muster.contacts.DuplicateStrategy;
import dev.muster.contacts.ImportJob;
import dev.muster.diagnostic.EnvironmentException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import kong.unirest.core.ContentType;
import kong.unirest.core.HttpRequest;
import kong.unirest.core.UnirestInstance;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Uploads a file as multipart (API document, section 6), once: what SeaX may have taken is not sent again by itself. */
final class SeaxImporter implements ContactImporter {
    /** These are given before anything is done; others, as of a gateway that waited too long, prove nothing. */
    private static final Set<Integer> REFUSALS = Set.of(400, 401, 403, 404, 405, 413, 415, 422, 429);

    private static final Target TARGET = Target.posting("import_contacts");

    private final SeaxEndpoint endpoint;
    private final SendLimits limits;
    private final Function<String, Optional<ImportJob>> jobs;
    private final Redactor redactor;
    private final SendFailure failure;
    private final Executor threads = Transport.threads();

    SeaxImporter(SeaxEndpoint endpoint, SendLimits limits, Function<String, Optional<ImportJob>> jobs) {
        this.endpoint = endpoint;
        this.limits = limits;
        this.jobs = jobs;
        this.redactor = new Redactor(endpoint.key());
        this.failure = new SendFailure(limits, redactor);
    }

    @Override
    public Optional<ImportJob> job(String id) {
        return jobs.apply(id);
    }

    @Override
    public ImportJob start(Path csv, DuplicateStrategy duplicates) {
        try (var connection = Transport.open(limits.connect(), limits.request(), threads)) {
            var exchange = new Exchange(limits.overall(), limits.maxBody(), threads);
            return job(exchange.perform(request(connection, csv, duplicates)));
        } catch (ExecutionException e) {
            throw lost(failure.answer(e));
        } catch (TimeoutException e) {
            throw lost(failure.lateBody());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw lost(failure.interrupted());
        }
    }

    private HttpRequest<?> request(UnirestInstance connection, Path csv, DuplicateStrategy duplicates) {
        return connection
                .post(endpoint.url(TARGET.parts()))
                .header("Accept", "application/json")
                .header("User-Agent", Transport.USER_AGENT)
                .header("X-API-Key", endpoint.key().reveal())
                .queryString("duplicate_strategy", duplicates.word())
                .field("file", open(csv), ContentType.create("text/csv"), "contacts.csv");
    }

    private static InputStream open(Path csv) {
        try {
            return Files.newInputStream(csv);
        } catch (IOException e) {
            throw new EnvironmentException("The file cannot be read: " + e.getMessage(), e);
        }
    }

    private ImportJob job(Reply reply) {
        if (reply.isSuccess() && reply.intactText().isPresent()) {
            return Rows.importJob(new Row(TARGET, tree(reply)).requireObject());
        }
        var said = redactor.redact(reply.status()
                + ErrorText.in(reply.anyText()).map(text -> ": " + text).orElse(""));
        if (REFUSALS.contains(reply.status())) {
            var wait = RetryHint.in(reply.anyText(), reply.headers());
            throw new EnvironmentException("SeaX refused the file (" + said + "). Nothing was imported. "
                    + Remedy.of(reply.status(), said, wait));
        }
        throw unknown(said);
    }

    private static JsonNode tree(Reply reply) {
        try {
            return JsonMapper.shared().readTree(reply.body());
        } catch (JacksonException e) {
            throw unknown("its answer is not JSON");
        }
    }

    private static EnvironmentException lost(Answer answer) {
        if (answer instanceof Answer.NeverLeft never) {
            return new EnvironmentException("SeaX cannot be reached: " + never.cause() + ". Nothing was imported.");
        }
        return unknown(((Answer.Lost) answer).cause());
    }

    private static EnvironmentException unknown(String why) {
        return new EnvironmentException(
                "Whether SeaX took the file is unknown (" + why + "). Look at the contacts in its"
                        + " dashboard before you import it again; with --duplicates skip a second import changes nothing.");
    }
}
