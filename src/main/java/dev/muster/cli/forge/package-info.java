/** {@code muster comment} and {@code muster alarm}: what a pipeline says on a code host. */
@NullMarked
package dev.muster.cli.forge;

import org.jspecify.annotations.NullMarked;
