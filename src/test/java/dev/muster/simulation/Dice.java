package dev.muster.simulation;

import java.util.SplittableRandom;

/** Choices that follow from one number, which makes them again. */
final class Dice implements Choices {
    private static final int ONE_IN = 14;

    private final SplittableRandom random;

    Dice(long number) {
        random = new SplittableRandom(number);
    }

    @Override
    public int trouble(int options) {
        return options > 1 && random.nextInt(ONE_IN) == 0 ? 1 + random.nextInt(options - 1) : 0;
    }

    @Override
    public int outcome(int options) {
        return random.nextBoolean() ? 0 : any(options);
    }

    @Override
    public int any(int options) {
        return options > 1 ? random.nextInt(options) : 0;
    }
}
