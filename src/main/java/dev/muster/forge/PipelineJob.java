package dev.muster.forge;

import java.util.regex.Pattern;

/**
 * A job of a pipeline, as the forge tells it.
 *
 * @param status in the forge's own word, such as {@code failed}
 * @param isBegun whether a machine took it
 */
public record PipelineJob(String name, String status, boolean isBegun) {
    private static final Pattern OURS = Pattern.compile("plan|apply|status");

    /** Whether it is one of Muster's: a pipeline may have others. */
    boolean isOurs() {
        return isOurs(name);
    }

    /** Whether a job of that name is one of Muster's. */
    static boolean isOurs(String name) {
        return OURS.matcher(name).lookingAt();
    }

    JobEnd end() {
        return new JobEnd(name, status, "", "");
    }
}
