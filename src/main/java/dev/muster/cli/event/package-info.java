/** Events of a run for programs: as lines of JSON, and posted to an address. */
@NullMarked
package dev.muster.cli.event;

import org.jspecify.annotations.NullMarked;
