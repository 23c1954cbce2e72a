/** {@code muster status} and {@code muster report}: what SeaX says of what was sent. */
@NullMarked
package dev.muster.cli.status;

import org.jspecify.annotations.NullMarked;
