/** {@code muster logs}: what became of each message. */
@NullMarked
package dev.muster.cli.logs;

import org.jspecify.annotations.NullMarked;
