/** The record on a branch that all runners reach, through a port to git. */
@NullMarked
package dev.muster.lock.git;

import org.jspecify.annotations.NullMarked;
