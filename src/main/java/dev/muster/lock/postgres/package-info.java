/**
 * The record in a PostgreSQL database: the chain of steps as rows that are only ever added, and beside it which step each
 * part of the record stands on, so that a load does not read the history. Its order of writes needs no turn and no clock: one
 * head row, swapped only if it is still the one that was read.
 */
@NullMarked
package dev.muster.lock.postgres;

import org.jspecify.annotations.NullMarked;
