package dev.muster.simulation;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;

/**
 * Actors that run one at a time, each on a thread of its own. Whose turn it is changes only where an actor may lose it, by
 * choice; so the same choices give the same order of everything.
 */
final class Turns {
    /** Turns that change often find races; turns that last find what happens behind a sleeper's back. */
    private static final List<Integer> RARITIES = List.of(3, 12, 50);

    private final Choices choices;
    private final Executor threads;
    private final List<Semaphore> turns;
    private final boolean[] done;
    private final CountDownLatch allDone;
    private final int rarity;
    private int changesLeft;

    Turns(int actors, int changes, Choices choices, Executor threads) {
        this.choices = choices;
        this.threads = threads;
        this.turns =
                IntStream.range(0, actors).mapToObj(actor -> new Semaphore(0)).toList();
        this.done = new boolean[actors];
        this.allDone = new CountDownLatch(actors);
        this.rarity = actors == 1 ? 1 : RARITIES.get(choices.any(RARITIES.size()));
        this.changesLeft = changes;
    }

    /** Runs the actors to their ends; none of them may throw. */
    void play(List<Runnable> actors) {
        if (actors.size() == 1) {
            actors.get(0).run();
            return;
        }
        for (int actor = 0; actor < actors.size(); actor++) {
            start(actor, actors.get(actor));
        }
        turns.get(choices.any(actors.size())).release();
        awaitAll();
    }

    private void start(int actor, Runnable work) {
        threads.execute(() -> {
            turns.get(actor).acquireUninterruptibly();
            try {
                work.run();
            } finally {
                done[actor] = true;
                next(actor).ifPresent(other -> turns.get(other).release());
                allDone.countDown();
            }
        });
    }

    private void awaitAll() {
        try {
            allDone.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the actors play", e);
        }
    }

    /** A point at which another actor may go on instead. */
    void mayPass(int actor) {
        if (turns.size() == 1 || changesLeft == 0 || next(actor).isEmpty() || choices.any(rarity) != 1) {
            return;
        }
        changesLeft--;
        turns.get(next(actor).getAsInt()).release();
        turns.get(actor).acquireUninterruptibly();
    }

    private java.util.OptionalInt next(int actor) {
        return IntStream.range(1, done.length)
                .map(step -> (actor + step) % done.length)
                .filter(other -> !done[other])
                .findFirst();
    }
}
