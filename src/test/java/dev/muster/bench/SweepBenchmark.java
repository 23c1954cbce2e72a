package dev.muster.bench;

import dev.muster.http.RetryDelay;
import dev.muster.sandbox.http.Sandbox;
import dev.muster.sandbox.world.InitialState;
import dev.muster.sandbox.world.SandboxOptions;
import dev.muster.seax.ApiKey;
import dev.muster.seax.SeaxConnector;
import dev.muster.seax.SeaxEndpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Random;

/** How long it takes to read a hundred thousand contacts from the sandbox on this machine, over HTTP, page by page. */
final class SweepBenchmark {
    private static final int CONTACTS = 100_000;

    private SweepBenchmark() {}

    /** Measures once. */
    public static void main(String[] arguments) throws IOException {
        var folder = Files.createTempDirectory("muster-sweep");
        var firstDay = new InitialState(Instant.parse("2026-11-30T09:00:00Z"), CONTACTS);
        try (var sandbox = Sandbox.start(folder, firstDay, SandboxOptions.standard(), 0)) {
            sweep(sandbox);
        }
    }

    private static void sweep(Sandbox sandbox) {
        var endpoint =
                new SeaxEndpoint(sandbox.baseUrl().toString(), sandbox.workspaceId(), ApiKey.of(sandbox.apiKey()));
        try (var workspace =
                SeaxConnector.workspace(endpoint, System::getProperty, RetryDelay.SLEEPING, new Random(1))) {
            long before = System.nanoTime();
            int rows = workspace.contacts().size();
            long millis = Duration.ofNanos(System.nanoTime() - before).toMillis();
            System.out.println(String.format(Locale.ROOT, "%,d contacts in %,d ms", rows, millis));
        }
    }
}
