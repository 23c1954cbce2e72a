/**
 * Guards over what is about to be sent, one class each, with ids that never change. They run in plan and in apply alike, so
 * that a reviewer sees every refusal before merging. May import resolve, model, diagnostic.
 */
@NullMarked
package dev.muster.policy;

import org.jspecify.annotations.NullMarked;
