/** Reports as comments of pull requests and as findings beside their lines. */
@NullMarked
package dev.muster.report.markdown;

import org.jspecify.annotations.NullMarked;
