/**
 * Compares what is defined with what is recorded. A neutral difference first, judgements about it later: nothing here knows
 * SeaX, the clock or a policy, so the same folder and the same record always give the same changes. How two texts differ is
 * told here too, and is the only place that knows the library for it.
 */
@NullMarked
package dev.muster.diff;

import org.jspecify.annotations.NullMarked;
