/**
 * Sends whose outcome is unknown: the evidence that SeaX shows of them, the one decision about it that plan, apply, resolve,
 * status and report share, and what a person's answer makes of it. Reads a workspace through its port and sends nothing. May
 * import resolve, lock, model and diagnostic.
 */
@NullMarked
package dev.muster.doubt;

import org.jspecify.annotations.NullMarked;
