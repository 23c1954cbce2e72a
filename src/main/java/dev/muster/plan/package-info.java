/**
 * Actions with reasons, the digest that binds a review to an apply, the approval, and the exact text that will be posted.
 * Pure: nothing here reads a clock, a file or the network. The body is written here, and not beside the sender, because the
 * digest covers it: what was reviewed is what is posted.
 */
@NullMarked
package dev.muster.plan;

import org.jspecify.annotations.NullMarked;
