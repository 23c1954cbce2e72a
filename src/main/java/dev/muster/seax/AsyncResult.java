package dev.muster.seax;

import dev.muster.diagnostic.EnvironmentException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Something that is asked for on another thread, so that several can be on their way at once. */
record AsyncResult<T>(CompletableFuture<T> future) {
    static <T> AsyncResult<T> of(Supplier<T> question, Executor threads) {
        return new AsyncResult<>(CompletableFuture.supplyAsync(question, threads));
    }

    /** The answer once it is there, or the exception that asking on this thread would have thrown. */
    T get() {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof EnvironmentException known) {
                throw known;
            }
            throw e;
        }
    }
}
