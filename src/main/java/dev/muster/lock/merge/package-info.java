/** Joins two versions of a record, entry by entry. */
@NullMarked
package dev.muster.lock.merge;

import org.jspecify.annotations.NullMarked;
