/**
 * Guards over what is about to be sent, one class each, with ids that never change. They run in plan and in apply alike, so
 * that a reviewer sees every refusal before merging. Where a number is at home is read from libphonenumber's tables, and what
 * Meta decides from a file with dates and sources.
 */
@NullMarked
package dev.muster.policy;

import org.jspecify.annotations.NullMarked;
