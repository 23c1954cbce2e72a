/** {@code muster plan}, and the plan that apply begins with. */
@NullMarked
package dev.muster.cli.plan;

import org.jspecify.annotations.NullMarked;
