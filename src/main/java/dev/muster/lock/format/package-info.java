/** How the record is written: JSON with digests, the journal of a run, the line of a rescued outcome. */
@NullMarked
package dev.muster.lock.format;

import org.jspecify.annotations.NullMarked;
