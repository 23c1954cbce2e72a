/** The record in files beside the definitions, with the memory of the folder. All effects on the disk go through one port. */
@NullMarked
package dev.muster.lock.file;

import org.jspecify.annotations.NullMarked;
