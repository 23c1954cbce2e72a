/**
 * The record on a branch that all runners reach: the file and the journal, a commit for each step. What it needs of git is
 * the port {@link dev.muster.lock.git.GitBranchPort}.
 */
@NullMarked
package dev.muster.lock.git;

import org.jspecify.annotations.NullMarked;
