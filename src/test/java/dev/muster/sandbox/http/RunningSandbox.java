package dev.muster.sandbox.http;

import dev.muster.sandbox.world.SandboxOptions;
import dev.muster.sandbox.world.ServerVariant;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A sandbox for each test, and a client for it. */
public abstract class RunningSandbox {
    static final Instant CLOCK = Instant.parse("2026-11-30T09:00:00Z");

    @TempDir
    Path folder;

    public Sandbox sandbox;
    public SandboxClient client;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(folder, CLOCK, SandboxOptions.standard());
        client = new SandboxClient(sandbox);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    /** The same server with another setting. */
    public void with(ServerVariant... settings) {
        var options = SandboxOptions.standard();
        for (var setting : settings) {
            options = options.with(setting);
        }
        sandbox.options(options);
    }

    /** Creates a campaign that must be accepted, and returns its id. */
    public String created(String name) throws Exception {
        var answer = client.post("campaigns", client.campaign(name));
        if (answer.status() != 200) {
            throw new AssertionError(answer.text());
        }
        return answer.json().path("id").asString();
    }
}
