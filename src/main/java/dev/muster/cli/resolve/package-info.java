/** {@code muster resolve}: ends the doubt about a send. */
@NullMarked
package dev.muster.cli.resolve;

import org.jspecify.annotations.NullMarked;
