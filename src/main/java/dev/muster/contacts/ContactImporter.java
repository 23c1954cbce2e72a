package dev.muster.contacts;

import java.nio.file.Path;
import java.util.Optional;

/** Brings contacts into a workspace. Messages nobody, but changes who later campaigns reach. */
public interface ContactImporter {
    /**
     * Uploads a file once, without a retry; whatever happens comes back as a value.
     *
     * @param csv with all numbers in E.164, so that no country has to be named
     */
    Upload start(Path csv, DuplicateStrategy duplicates);

    /** Whether the API can be asked how far an import is. */
    boolean hasJobs();

    /** How far a job is; empty where the API has no jobs or does not know this one. */
    Optional<ImportJob> job(String id);
}
