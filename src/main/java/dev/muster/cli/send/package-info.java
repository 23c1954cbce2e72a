/** {@code muster send}: one message to one person. */
@NullMarked
package dev.muster.cli.send;

import org.jspecify.annotations.NullMarked;
