/** Reports for people at a terminal. */
@NullMarked
package dev.muster.report.text;

import org.jspecify.annotations.NullMarked;
