/**
 * Telephone numbers as people and systems write them, brought to the one form that is compared. Whoever asks whether two
 * numbers are one person asks here, so that the answer is the same for definitions, files, contacts, logs and single
 * messages. Numbering plans come from libphonenumber; where one account has two spellings, from a file with dates and
 * sources. Imports nothing of Muster and does no I/O.
 */
@NullMarked
package dev.muster.number;

import org.jspecify.annotations.NullMarked;
