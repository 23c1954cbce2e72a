package dev.muster.bench;

import dev.muster.sandbox.Sandbox;
import dev.muster.sandbox.SandboxOptions;
import dev.muster.seax.ApiKey;
import dev.muster.seax.Pause;
import dev.muster.seax.Seax;
import dev.muster.seax.SeaxEndpoint;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How long it takes to read a hundred thousand contacts from the sandbox on this machine, over HTTP, page by page. */
final class SweepBenchmark {
    private static final int CONTACTS = 100_000;
    private static final int BATCH = 10_000;

    private SweepBenchmark() {}

    /** Measures once. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("muster-sweep");
        try (var sandbox = Sandbox.start(folder, Instant.parse("2026-11-30T09:00:00Z"), SandboxOptions.standard())) {
            for (int from = 0; from < CONTACTS; from += BATCH) {
                upload(sandbox, from);
            }
            sweep(sandbox);
        }
    }

    private static void sweep(Sandbox sandbox) {
        var endpoint =
                new SeaxEndpoint(sandbox.baseUrl().toString(), sandbox.workspaceId(), ApiKey.of(sandbox.apiKey()));
        try (var workspace = Seax.workspace(endpoint, System::getProperty, Pause.SLEEPING, new Random(1))) {
            long before = System.nanoTime();
            int rows = workspace.contacts().size();
            long millis = Duration.ofNanos(System.nanoTime() - before).toMillis();
            System.out.println(String.format(Locale.ROOT, "%,d contacts in %,d ms", rows, millis));
        }
    }

    private static void upload(Sandbox sandbox, int from) throws IOException, InterruptedException {
        var csv = IntStream.range(from, from + BATCH)
                .mapToObj(number -> "Person " + number + ",+1555" + (2_000_000 + number) + ",newsletter")
                .collect(Collectors.joining("\n", "name,phone,labels\n", "\n"));
        var body = "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"people.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n" + csv + "\r\n--cut--\r\n";
        var uri = URI.create(
                sandbox.baseUrl() + "/workspace/" + sandbox.workspaceId() + "/import_contacts?duplicate_strategy=skip");
        var request = HttpRequest.newBuilder(uri)
                .header("X-API-Key", sandbox.apiKey())
                .header("Content-Type", "multipart/form-data; boundary=cut")
                .POST(BodyPublishers.ofString(body))
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
    }
}
