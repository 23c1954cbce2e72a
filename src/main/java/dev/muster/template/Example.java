package dev.muster.template;

import java.util.function.Supplier;

/** So many people, and what one of them has, masked: the one who comes first in an order of their own. */
record Example(int people, long order, String text) {
    static final Example NONE = new Example(0, 0, "");

    /** One person more; what they have is looked up only if it becomes the example. */
    Example and(long other, Supplier<String> masked) {
        boolean isFirst = people == 0 || Long.compareUnsigned(other, order) < 0;
        return isFirst ? new Example(people + 1, other, masked.get()) : new Example(people + 1, order, text);
    }

    /** These people and those. */
    Example and(Example others) {
        boolean isFirst = Long.compareUnsigned(others.order, order) < 0;
        int all = people + others.people;
        return isFirst ? new Example(all, others.order, others.text) : new Example(all, order, text);
    }
}
