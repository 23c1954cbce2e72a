/**
 * The domain's words as values: campaigns, audiences, messages, schedules, and what SeaX knows of them. It imports
 * nothing of Muster and does no I/O, so every other package may use it and none can be surprised by it.
 */
@NullMarked
package dev.muster.model;

import org.jspecify.annotations.NullMarked;
