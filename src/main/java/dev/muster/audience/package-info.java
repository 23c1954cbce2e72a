/**
 * Who is in an audience: contacts as dense numbers, labels as bitmaps over them, and the funnel that leads from "any" to the
 * people reached. Set algebra only, no I/O; the numbers live for one run and are never stored.
 */
@NullMarked
package dev.muster.audience;

import org.jspecify.annotations.NullMarked;
