package dev.muster.model;

import java.time.Duration;
import java.util.OptionalDouble;

/**
 * What must be true of a wave before the next one is sent: so much time has passed since it was sent, and of its messages no
 * more failed, and no fewer were delivered, than these shares.
 */
public record Gate(Duration after, OptionalDouble maxFailed, OptionalDouble minDelivered) {}
