/** Rules for what runs beside a key in somebody's CI system, held against every workflow and action of this repository. */
@NullMarked
package dev.muster.ci;

import org.jspecify.annotations.NullMarked;
