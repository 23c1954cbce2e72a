package dev.muster.model;

import java.util.OptionalInt;

/** How many people the author expects to reach; outside these bounds the campaign is blocked. */
public record Expectation(OptionalInt atLeast, OptionalInt atMost) {
    /** No expectation was written. */
    public static final Expectation NONE = new Expectation(OptionalInt.empty(), OptionalInt.empty());
}
