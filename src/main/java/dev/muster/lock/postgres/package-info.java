/** The record in a PostgreSQL database. */
@NullMarked
package dev.muster.lock.postgres;

import org.jspecify.annotations.NullMarked;
