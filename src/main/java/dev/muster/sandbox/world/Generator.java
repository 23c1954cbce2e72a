package dev.muster.sandbox.world;

import java.util.List;

/** Numbers that look random and are the same everywhere: SplitMix64, small and independent of the JDK's version. */
final class Generator {
    private long state;

    Generator(long seed) {
        state = seed;
    }

    long next() {
        state += 0x9e3779b97f4a7c15L;
        long mixed = (state ^ (state >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }

    int below(int bound) {
        return (int) Long.remainderUnsigned(next(), bound);
    }

    /** True in so many of a thousand cases. */
    boolean perMille(int share) {
        return below(1000) < share;
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(below(choices.size()));
    }
}
