package dev.muster.contacts;

import java.nio.file.Path;
import java.util.Optional;

/** Brings contacts into a workspace. Messages nobody, but changes who later campaigns reach. */
public interface ContactImporter {
    /**
     * Uploads a file once, without a retry. An answer that does not tell whether SeaX took it is an
     * {@link dev.muster.diagnostic.EnvironmentException} that says so.
     *
     * @param country the region of numbers without a country code, where the API takes one
     */
    ImportJob start(Path csv, DuplicateStrategy duplicates, Optional<String> country);

    /** How far a job is; empty where the API has no jobs or does not know this one. */
    Optional<ImportJob> job(String id);
}
