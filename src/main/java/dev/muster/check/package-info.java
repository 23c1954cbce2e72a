/**
 * What can be judged without asking SeaX: one small class per rule, each with the harm it prevents, and the step from
 * documents to {@link dev.muster.definition.Definitions}.
 *
 * <p>The decision behind it: a rule looks at all documents and returns what it found; it repairs nothing, throws nothing and
 * knows no other rule. So every finding comes in one run, and a new rule is one class, one line in {@link
 * dev.muster.check.Checker} and a pair of test files. Bean Validation is one of the rules.
 */
@NullMarked
package dev.muster.check;

import org.jspecify.annotations.NullMarked;
