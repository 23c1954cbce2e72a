/** What a run may use from outside, and the wiring: the only room that makes clients, sandboxes and stores. */
@NullMarked
package dev.muster.cli.env;

import org.jspecify.annotations.NullMarked;
