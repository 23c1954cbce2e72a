/**
 * The git program as an adapter: revisions of a folder, and a branch that keeps the record. It implements the port of {@code
 * lock.git}.
 */
@NullMarked
package dev.muster.git;

import org.jspecify.annotations.NullMarked;
