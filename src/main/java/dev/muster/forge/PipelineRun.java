package dev.muster.forge;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A run of a pipeline. Its id grows with each new one, and its attempt when the same one is run again: so two runs can be told by
 * which is newer, whatever ends first.
 *
 * @param url where people look at it
 * @param commit what it is about
 * @param isWatched whether somebody pushed or proposed what it is about, and so looks at how it ends
 * @param words what people call it
 */
public record PipelineRun(
        long id, long attempt, Optional<String> url, Optional<String> commit, boolean isWatched, Words words) {
    /** What a forge calls a run, and the number that grows when it is run again. */
    public enum Words {
        GITHUB("Run ", ", attempt "),
        /** There the job that writes has the larger number. */
        GITLAB("Pipeline ", ", job ");

        private final String run;
        private final String again;

        Words(String run, String again) {
            this.run = run;
            this.again = again;
        }
    }

    private static final Pattern LINE =
            Pattern.compile("<!-- muster:run \\{\"id\":([0-9]{1,18}),\"attempt\":([0-9]{1,18})} -->");

    /** The hidden line by which a text of this run is known. */
    public String line() {
        return "<!-- muster:run {\"id\":" + id + ",\"attempt\":" + attempt + "} -->";
    }

    /** The same for people. */
    String shown() {
        var name = words.run + id + words.again + attempt;
        return url.map(address -> "[" + name + "](" + address + ")").orElse(name);
    }

    /** Whether the text is of a run after this one: the second line says so. */
    boolean isBefore(String text) {
        var line = text.lines().skip(1).findFirst().orElse("").stripTrailing();
        var other = LINE.matcher(line);
        return other.matches() && isBefore(Long.parseLong(other.group(1)), Long.parseLong(other.group(2)));
    }

    private boolean isBefore(long otherId, long otherAttempt) {
        return otherId > id || (otherId == id && otherAttempt > attempt);
    }
}
