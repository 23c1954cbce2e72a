/** The command line: the only place that builds adapters or touches {@code System}. May import everything. */
@NullMarked
package dev.muster.cli;

import org.jspecify.annotations.NullMarked;
