package dev.muster.process;

import dev.muster.sandbox.http.RecordedRequest;
import dev.muster.sandbox.http.Sandbox;
import dev.muster.sandbox.world.InitialState;
import dev.muster.sandbox.world.SandboxOptions;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A SeaX that outlives the programs that use it, and what it was asked to do. */
public record Posts(Sandbox sandbox) implements AutoCloseable {
    /** Only a machine that is stuck takes longer. */
    private static final int PATIENCE = 12_000;

    /** The label of a few people, to whom everything goes. */
    public static final String LABEL = "office";

    private static final int CONTACTS = 100;
    private static final int PEOPLE = 6;

    /**
     * A small one, so that to plan takes little. Its time is the real one, which is what the programs go by when they do
     * not know that it is a sandbox.
     */
    public static Posts open(Path world) {
        var sandbox = Sandbox.start(world, new InitialState(Instant.now(), CONTACTS), SandboxOptions.standard(), 0);
        sandbox.createLabel(LABEL);
        sandbox.contactIds("premium_customers").subList(0, PEOPLE).forEach(id -> sandbox.attachLabel(id, LABEL));
        return new Posts(sandbox);
    }

    public int count() {
        return (int) sandbox.requests().stream().filter(Posts::isPost).count();
    }

    /** Waits until so many posts have arrived. */
    public void await(int posts) {
        await(() -> count() >= posts);
    }

    /** Waits until so many requests of any kind have arrived. */
    void awaitRequests(int requests) {
        await(() -> sandbox.requests().size() >= requests);
    }

    /** Looks again every ten milliseconds. */
    public static void await(BooleanSupplier happened) {
        var never = new CountDownLatch(1);
        try {
            for (int look = 0; !happened.getAsBoolean(); look++) {
                if (look > PATIENCE || never.await(10, TimeUnit.MILLISECONDS)) {
                    throw new AssertionError("it never happened");
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isPost(RecordedRequest request) {
        return request.method().equals("POST");
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
