/**
 * Carries out an approved plan: for each campaign record the intent, post once, record the outcome. Owns the one port that
 * sends. There is no retry, no catch-all and no cleverness around the post: an unclear answer is a value, so that nothing
 * generic can repeat it.
 */
@NullMarked
package dev.muster.apply;

import org.jspecify.annotations.NullMarked;
