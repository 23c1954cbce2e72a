/** Reports for programs. */
@NullMarked
package dev.muster.report.json;

import org.jspecify.annotations.NullMarked;
