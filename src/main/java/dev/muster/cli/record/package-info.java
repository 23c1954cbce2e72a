/**
 * What a machine keeps beside the lock: outcomes that could not be recorded, approved audiences, and what it witnessed itself.
 */
@NullMarked
package dev.muster.cli.record;

import org.jspecify.annotations.NullMarked;
