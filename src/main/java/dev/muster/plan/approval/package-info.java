/** What a person reviewed, and whether an apply may send it: the saved plan, the approval, and what moved since. */
@NullMarked
package dev.muster.plan.approval;

import org.jspecify.annotations.NullMarked;
