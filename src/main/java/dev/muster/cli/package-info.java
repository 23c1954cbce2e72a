/** The command line: the only place that builds adapters or touches {@code System}. */
@NullMarked
package dev.muster.cli;

import org.jspecify.annotations.NullMarked;
