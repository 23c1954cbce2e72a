/** The workspace that the sandbox simulates: people, labels, campaigns, the clock and the ledger. */
@NullMarked
package dev.muster.sandbox.world;

import org.jspecify.annotations.NullMarked;
