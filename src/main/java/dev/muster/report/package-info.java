/**
 * Renderers: values to text, without any I/O; only the console prints. Order is always that of the value, so the same input
 * gives the same bytes, and nothing that a user wrote can steer a terminal.
 */
@NullMarked
package dev.muster.report;

import org.jspecify.annotations.NullMarked;
