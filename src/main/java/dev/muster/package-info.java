/**
 * Campaigns as code for SeaX. {@link dev.muster.Muster} is the front door: it names the stages a definition goes through
 * and does nothing else. The packages below are those stages, and the words they share.
 */
@NullMarked
package dev.muster;

import org.jspecify.annotations.NullMarked;
