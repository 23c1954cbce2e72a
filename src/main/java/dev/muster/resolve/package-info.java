/**
 * Turns the names people write into the ids SeaX knows, and finds out who would be reached. Owns {@link
 * dev.muster.resolve.Workspace}, the port that only reads: nothing behind it can change or send anything.
 */
@NullMarked
package dev.muster.resolve;

import org.jspecify.annotations.NullMarked;
