package dev.muster.model.project;

import java.util.Optional;

/** Where a workspace keeps its lock. */
public sealed interface LockSettings {
    /** What holds where nothing is written. */
    LockSettings FILE = new File(Optional.empty());

    /**
     * A file in the folder of campaigns. {@code acceptLossInCi} is the written reason for using it on a machine that dies
     * with the job.
     */
    record File(Optional<String> acceptLossInCi) implements LockSettings {}

    /**
     * A branch of its own in a remote repository of the campaigns.
     *
     * @param remote the name git knows it by
     */
    record Git(String branch, String remote) implements LockSettings {
        /** The remote that a clone has. */
        public static final String DEFAULT_REMOTE = "origin";
    }

    /** A database. {@code urlEnv} names the environment variable that holds its URL, which is never written down. */
    record Postgres(String urlEnv, Optional<String> schema) implements LockSettings {}
}
