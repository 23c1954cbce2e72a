package dev.muster.cli.command;

/** How a plan or an apply is printed. */
public enum OutputFormat {
    TEXT,
    /** As a comment on a pull request, or a job's summary. */
    MARKDOWN,
    JSON,
    /** As a page to look at, of a plan only. */
    HTML
}
