package dev.muster.model;

import java.util.List;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * One function over many things, on a second thread too where they are many and there is a second processor. What comes out
 * is what one thread would make: the results in the order of the things, or the first failure in that order. No more things
 * are in work at once than there are threads.
 */
public final class ParallelMap {
    /** Fewer are done before a thread has started. */
    private static final int FEW = 100;

    private ParallelMap() {}

    /** How many threads so many things are worth. */
    public static int threads(long things) {
        return things < FEW ? 1 : Math.min(2, Runtime.getRuntime().availableProcessors());
    }

    /** On as many threads as they are worth. */
    public static <T, R> List<R> map(List<T> things, Function<T, R> each) {
        return map(things, each, threads(things.size()));
    }

    /** On so many threads, of which this is one. */
    public static <T, R> List<R> map(List<T> things, Function<T, R> each, int threads) {
        if (threads == 1) {
            return things.stream().map(each).toList();
        }
        var work = new Work<>(things, each);
        var others = IntStream.range(1, threads).mapToObj(other -> begun(work)).toList();
        work.run();
        others.forEach(ParallelMap::await);
        return work.results();
    }

    private static Thread begun(Runnable work) {
        var thread = new Thread(work, "in-order");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** An interruption is left to whoever looks for it next: the other thread has one thing left at most. */
    private static void await(Thread other) {
        boolean interrupted = Thread.interrupted();
        while (other.isAlive()) {
            try {
                other.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is left to do, for any number of threads. A thing that was begun is finished, so none before a failure is missed. */
    private static final class Work<T, R> implements Runnable {
        private final List<T> things;
        private final Function<T, R> each;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicReferenceArray<R> results;
        private final NavigableMap<Integer, Throwable> failures = new ConcurrentSkipListMap<>();

        Work(List<T> things, Function<T, R> each) {
            this.things = things;
            this.each = each;
            this.results = new AtomicReferenceArray<>(things.size());
        }

        @Override
        public void run() {
            while (failures.isEmpty()) {
                int at = next.getAndIncrement();
                if (at >= things.size()) {
                    return;
                }
                take(at);
            }
        }

        private void take(int at) {
            try {
                results.set(at, each.apply(things.get(at)));
            } catch (RuntimeException | Error failure) {
                failures.put(at, failure);
            }
        }

        List<R> results() {
            if (failures.isEmpty()) {
                return IntStream.range(0, things.size()).mapToObj(results::get).toList();
            }
            var first = failures.firstEntry().getValue();
            if (first instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) first;
        }
    }
}
