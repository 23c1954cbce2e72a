/**
 * Campaigns by numbers: who is in which part. Each part is one request that lists numbers, has an entry of its own in the
 * record, and is posted at most once.
 */
@NullMarked
package dev.muster.part;

import org.jspecify.annotations.NullMarked;
