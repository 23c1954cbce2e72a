/**
 * The record in files beside the definitions, with the memory of the folder. It journals and folds: a step is one synced
 * line, whatever the length of the record, and the file in git changes once a run. File and journal carry a chain of digests,
 * so a cut, an edit or an older version is refused rather than read as "nothing was sent". All effects on the disk go through
 * {@link dev.muster.lock.file.FileSystemPort}, so tests can let a run die at each of them.
 */
@NullMarked
package dev.muster.lock.file;

import org.jspecify.annotations.NullMarked;
