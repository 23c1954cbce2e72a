/**
 * What all commands share: the root command, the context of one run, the console, how a run ends, and the values that are
 * typed.
 */
@NullMarked
package dev.muster.cli.command;

import org.jspecify.annotations.NullMarked;
