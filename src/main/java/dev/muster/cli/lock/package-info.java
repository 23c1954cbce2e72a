/** {@code muster lock}: shows, verifies, joins and adopts into the record. */
@NullMarked
package dev.muster.cli.lock;

import org.jspecify.annotations.NullMarked;
