/**
 * Plays workflows as GitHub does, from their YAML: events, jobs, steps, environments, artifacts, tokens and checkouts, against
 * a git server and a REST server on this machine. What was sent is read from SeaX's sandbox, never from what a job said.
 */
@NullMarked
package dev.muster.ci.player;

import org.jspecify.annotations.NullMarked;
