package dev.muster.forge;

import java.util.List;
import java.util.Optional;

/**
 * Where a pipeline can write: comments on pull or merge requests, and issues. Each method asks once and ends with a {@link
 * ForgeException} where it was not done, or where nobody knows whether it was.
 */
public interface Forge {
    /** What people call it, such as GitHub. */
    String name();

    /** How many UTF-16 units a comment or an issue may surely have. */
    int longest();

    /** The text in a form in which no line of it is a command to the forge. */
    String withoutCommands(String text);

    /** The comments that this token's own account wrote on a request, in the order in which they were written. */
    List<Remark> comments(long request);

    /** Writes a new comment on a request. */
    void comment(long request, String text);

    /** Writes another text into a comment; {@link ForgeException.Kind#GONE} where it was deleted. */
    void replace(long request, String comment, String text);

    /** The open issue of this token's own account whose text begins like this; of several, the one that changed last. */
    Optional<Issue> issue(String beginning);

    /** Opens an issue. */
    void open(String title, String text);

    /** Adds a comment to an issue. */
    void add(String issue, String text);

    /** The jobs of a run, where the forge tells them; none where the pipeline has to say how they ended. */
    default List<PipelineJob> jobs(long run) {
        return List.of();
    }

    /** A comment, by the name that the forge has for it. */
    record Remark(String id, String text) {}

    /**
     * An open issue.
     *
     * @param texts its own text first, then its comments in the order in which they were written; of many, the last
     */
    record Issue(String id, List<String> texts) {
        public Issue {
            texts = List.copyOf(texts);
        }
    }
}
