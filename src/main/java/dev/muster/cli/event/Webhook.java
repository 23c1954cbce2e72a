package dev.muster.cli.event;

import dev.muster.http.Network;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Posts events to an address, in order, one at a time and once each, beside the run: nothing waits for it before the end,
 * nothing fails with it, and it knows no key. It follows no redirect. What did not arrive is counted and said, by the host
 * alone: the rest of such an address is often a secret.
 */
public final class Webhook implements AutoCloseable {
    /**
     * @param waiting how many events may wait while the address is slow
     * @param request the longest that one event may take
     * @param closing the longest that the end of the run waits for those that are left
     */
    record Limits(int waiting, Duration request, Duration closing) {
        static final Limits DEFAULT = new Limits(1_000, Duration.ofSeconds(5), Duration.ofSeconds(5));
    }

    private final URI address;
    private final Network network;
    private final Limits limits;
    private final Consumer<String> complain;
    private final HttpClient client;
    private final ThreadPoolExecutor worker;
    private final AtomicInteger arrived = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final AtomicReference<@Nullable String> firstFailure = new AtomicReference<>();
    private int told;
    private boolean complained;

    Webhook(URI address, Network network, Limits limits, Consumer<String> complain) {
        this.address = address;
        this.network = network;
        this.limits = limits;
        this.complain = complain;
        client = network.on(HttpClient.newBuilder())
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(limits.request())
                .build();
        worker = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(limits.waiting()),
                Webhook::beside,
                (event, full) -> failed("it is too slow, and too many events wait for it"));
    }

    /** A thread that does not keep the program alive. */
    private static Thread beside(Runnable task) {
        var thread = new Thread(task, "webhook");
        thread.setDaemon(true);
        return thread;
    }

    /** Takes an event along; returns at once, whatever the address does. */
    void tell(String event) {
        told++;
        worker.execute(() -> post(event));
        if (!complained) {
            firstFailure().ifPresent(why -> {
                complained = true;
                complain.accept("The webhook at " + address.getHost() + " does not take every event: " + why + ".");
            });
        }
    }

    private void post(String event) {
        var request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .header("User-Agent", "muster")
                .timeout(limits.request())
                .POST(HttpRequest.BodyPublishers.ofString(event));
        network.proxyAuthorization().ifPresent(password -> request.header("Proxy-Authorization", password));
        var answer = client.sendAsync(request.build(), HttpResponse.BodyHandlers.discarding());
        try {
            int status =
                    answer.get(limits.request().toNanos(), TimeUnit.NANOSECONDS).statusCode();
            if (status / 100 == 2) {
                arrived.incrementAndGet();
            } else {
                failed("it answered " + status);
            }
        } catch (TimeoutException e) {
            answer.cancel(true);
            unanswered.incrementAndGet();
            failed("it did not answer in time");
        } catch (ExecutionException e) {
            unanswered.addAndGet(e.getCause() instanceof HttpTimeoutException ? 1 : 0);
            failed(why(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String why(@Nullable Throwable cause) {
        if (cause instanceof HttpTimeoutException) {
            return "it did not answer in time";
        }
        return cause instanceof IOException ? "it cannot be reached, or broke off" : "it cannot be used";
    }

    private void failed(String why) {
        firstFailure.compareAndSet(null, why);
    }

    private Optional<String> firstFailure() {
        return Optional.ofNullable(firstFailure.get());
    }

    /** Gives those that wait some time, then says how many did not arrive. */
    @Override
    public void close() {
        worker.shutdown();
        try {
            if (!worker.awaitTermination(limits.closing().toNanos(), TimeUnit.NANOSECONDS)) {
                worker.shutdownNow();
                failed("the run was over before they were taken");
            }
        } catch (InterruptedException e) {
            worker.shutdownNow();
            Thread.currentThread().interrupt();
        }
        if (unanswered.get() > 0) {
            complain.accept(unanswered + " of " + told + " events were sent to the webhook at " + address.getHost()
                    + ", which did not answer in time: they may have arrived. The run itself is not affected.");
        }
        int lost = told - arrived.get() - unanswered.get();
        if (lost > 0) {
            complain.accept(lost + " of " + told + " events did not reach the webhook at " + address.getHost() + ": "
                    + firstFailure().orElse("the run was interrupted") + ". The run itself is not affected.");
        }
    }
}
