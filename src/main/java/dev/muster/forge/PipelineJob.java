package dev.muster.forge;

/**
 * A job of a pipeline, as the forge tells it.
 *
 * @param status in the forge's own word, such as {@code failed}
 * @param isBegun whether a machine took it
 */
public record PipelineJob(String name, String status, boolean isBegun) {
    JobEnd end() {
        return new JobEnd(name, status, "", "");
    }
}
