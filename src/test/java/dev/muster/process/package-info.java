/**
 * Muster as the operating system sees it: real processes that are killed, interrupted and run against each other. What
 * happened is read from the sandbox's ledger and from the lock, never from what the dead process said.
 */
@NullMarked
package dev.muster.process;

import org.jspecify.annotations.NullMarked;
