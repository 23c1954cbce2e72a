/**
 * After the send: ending a doubt, and telling what SeaX says of a campaign and what became of its messages. Pure: evidence
 * in, entries out; owns the port {@link dev.muster.outcome.Deliveries}. May import
 * audience, lock and model.
 */
@NullMarked
package dev.muster.outcome;

import org.jspecify.annotations.NullMarked;
