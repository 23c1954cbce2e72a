/** {@code muster sandbox}: the local SeaX. */
@NullMarked
package dev.muster.cli.sandbox;

import org.jspecify.annotations.NullMarked;
