package dev.muster.model.project;

import java.util.Locale;
import java.util.Optional;

/**
 * Something that goes wrong in the embedded sandbox, in each of its processes anew: the first {@code times} requests of a
 * kind. The words are those of the sandbox's control routes.
 *
 * @param status of the answer, for those faults that are an HTTP status of one's choice
 */
public record SandboxFault(Operation operation, Fault fault, Optional<Integer> status, int times) {

    /** What is asked of SeaX. */
    public enum Operation {
        PHONES,
        CONTACTS,
        CREATE_CAMPAIGN,
        CAMPAIGN,
        LOGS,
        IMPORT_CONTACTS,
        SEND_TEMPLATE_MESSAGE,
        SEND_MESSAGE,
        CAMPAIGNS,
        LABELS,
        CREATE_LABEL,
        JOBS,
        JOB,
        TEMPLATES,
        SEND_BY_NUMBERS
    }

    /** How it goes wrong: {@code COMMIT} means that SeaX has acted before. */
    public enum Fault {
        DROP,
        COMMIT_THEN_DROP,
        DROP_THEN_COMMIT_LATE,
        COMMIT_THEN_SILENCE,
        STATUS,
        COMMIT_THEN_STATUS,
        HTML,
        TEMPLATE_REFUSED,
        RATE_LIMITED,
        SLOW,
        REDIRECT,
        COMMIT_THEN_TRUNCATE,
        COMMIT_THEN_GARBAGE,
        COMMIT_THEN_ANOTHER_ID,
        REPLAYED_BY_GATEWAY,
        REPLAYED_THEN_DROP,
        NEWEST_MISSING,
        TOTAL_CHANGES,
        REPEATED_IDS,
        VANISHING_IDS,
        PAGE_CAP,
        HOSTILE_NAMES,
        DRAFT,
        ANOTHER_TOTAL,
        ANOTHER_NAME,
        DESTINATION_REFUSED,
        OTHERS_SENT;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
