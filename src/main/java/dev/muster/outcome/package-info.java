/**
 * After the send: telling what SeaX says of a campaign and what became of its messages. Pure; owns the port {@link
 * dev.muster.outcome.Deliveries}.
 */
@NullMarked
package dev.muster.outcome;

import org.jspecify.annotations.NullMarked;
