package dev.muster.contacts;

import java.nio.file.Path;
import java.util.Optional;

/** Brings contacts into a workspace. Messages nobody, but changes who later campaigns reach. */
public interface ContactImporter {
    /**
     * Uploads a file once, without a retry. An answer that does not tell whether SeaX took it is an
     * {@link dev.muster.diagnostic.EnvironmentException} that says so.
     *
     * @param csv with all numbers in E.164, so that no country has to be named
     */
    ImportJob start(Path csv, DuplicateStrategy duplicates);

    /** How far a job is; empty where the API has no jobs or does not know this one. */
    Optional<ImportJob> job(String id);
}
