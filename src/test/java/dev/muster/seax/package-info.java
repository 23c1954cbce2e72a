/** Tests of the adapter against servers on this machine: one that behaves, one that does anything. */
@NullMarked
package dev.muster.seax;

import org.jspecify.annotations.NullMarked;
