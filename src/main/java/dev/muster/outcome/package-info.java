/**
 * After the send: ending a doubt, and telling what SeaX says of a campaign. Pure: evidence in, entries out. May import lock
 * and model.
 */
@NullMarked
package dev.muster.outcome;

import org.jspecify.annotations.NullMarked;
