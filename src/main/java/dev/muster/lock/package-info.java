/**
 * The record of what was sent. An intent is durable before a campaign is posted and its outcome right after; nothing in
 * the record is ever removed. May import {@code model} (and {@code diagnostic} for the one exception about the
 * environment). Mutual exclusion between runs is the <em>exclusive run</em>; "lock" always means the record.
 *
 * <p>The file store journals and folds: a step is one synced line, whatever the length of the record, and the file in git
 * changes once a run. File and journal carry a chain of digests, so a cut, an edit or an older version is refused rather
 * than read as "nothing was sent". All effects on the disk go through {@link dev.muster.lock.file.FileSystemPort}, so tests can let a run
 * die at each of them.
 *
 * <p>The PostgreSQL store keeps the same chain of steps as rows that are only ever added, and beside it which step each part
 * of the record stands on, so that a load does not read the history. Its order of writes needs no turn and no clock: one
 * head row, swapped only if it is still the one that was read.
 *
 * <p>The git store keeps the file and the journal on a branch of its own, a commit for each step. What it needs of git is the
 * port {@link dev.muster.lock.git.GitBranchPort}; the program itself is an adapter of the command line's.
 */
@NullMarked
package dev.muster.lock;

import org.jspecify.annotations.NullMarked;
