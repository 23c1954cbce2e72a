/** Measurements that a person runs by hand; no test depends on a clock. */
@NullMarked
package dev.muster.bench;

import org.jspecify.annotations.NullMarked;
