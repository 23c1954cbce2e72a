package dev.muster.model;

import java.util.Optional;

/**
 * Where a workspace keeps its lock. {@code acceptLossInCi} is the written reason for using the file store on a machine
 * that dies with the job.
 */
public record LockSettings(Optional<String> acceptLossInCi) {
    public static final LockSettings FILE = new LockSettings(Optional.empty());
}
