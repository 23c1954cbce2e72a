/**
 * What can be judged of a message by itself, whichever campaign it is for: samples, languages, and what fills a template. One
 * small class per rule, each with the harm it prevents.
 */
@NullMarked
package dev.muster.check.message;

import org.jspecify.annotations.NullMarked;
