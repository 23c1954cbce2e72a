package dev.muster.cli.command;

import java.util.Optional;

/** A command that prints what was asked for also when it fails, so that whoever reads it is not left without an answer. */
public interface HasOutputFormat {
    /** The format that was asked for by name. */
    Optional<OutputFormat> format();
}
