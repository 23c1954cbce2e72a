/**
 * The record of what was sent. An intent is durable before a campaign is posted and its outcome right after; nothing in
 * the record is ever removed. May import {@code model} (and {@code diagnostic} for the one exception about the
 * environment). Mutual exclusion between runs is the <em>exclusive run</em>; "lock" always means the record.
 *
 * <p>The file store journals and folds: a step is one synced line, whatever the length of the record, and the file in git
 * changes once a run. File and journal carry a chain of digests, so a cut, an edit or an older version is refused rather
 * than read as "nothing was sent". All effects on the disk go through {@link dev.muster.lock.Disk}, so tests can let a run
 * die at each of them.
 */
@NullMarked
package dev.muster.lock;

import org.jspecify.annotations.NullMarked;
