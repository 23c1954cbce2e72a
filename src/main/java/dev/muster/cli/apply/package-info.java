/** {@code muster apply}: approval, the exclusive run, the sends, and what is said about them. */
@NullMarked
package dev.muster.cli.apply;

import org.jspecify.annotations.NullMarked;
