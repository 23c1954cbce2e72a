package dev.muster.forge;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads how a job ended, as a pipeline says it. A word that is not known is refused: it may be the one by which a person is
 * needed. The results are those of docs.github.com, "Contexts reference", {@code needs.<job_id>.result}, and of
 * docs.gitlab.com, "Jobs API".
 */
final class JobEndParser {
    private static final String FORM = "Write its name, its result, `code:` and `sent:`, such as"
            + " \"apply failure code:6 sent:true\" or \"apply skipped code: sent:\".";
    private static final Pattern CODE = Pattern.compile("code:(0|[1-9][0-9]{0,9})?");
    private static final Pattern SENT = Pattern.compile("sent:(true|false|unknown)?");
    private static final Set<String> GITHUB = Set.of("success", "failure", "cancelled", "skipped");
    private static final Set<String> GITLAB = Set.of(
            "created",
            "waiting_for_resource",
            "waiting_for_callback",
            "preparing",
            "pending",
            "running",
            "success",
            "failed",
            "canceling",
            "canceled",
            "skipped",
            "manual",
            "scheduled");

    private final Map<String, String> told = new HashMap<>();

    private JobEndParser() {}

    /**
     * A line such as {@code apply failure code:6 sent:true}; what is not known is left out or empty.
     *
     * @throws IllegalArgumentException with what to say to a person, where it is not such a line
     */
    static JobEnd parse(String line) {
        var words = Arrays.asList(line.strip().split("\\s+"));
        return new JobEndParser().parse(words.get(0), words.subList(1, words.size()));
    }

    private JobEnd parse(String name, List<String> words) {
        if (!PipelineJob.isOurs(name)) {
            throw refused(
                    "\"" + name + "\" is not the name of a job of Muster, which begins with plan, apply or status");
        }
        words.forEach(this::tell);
        if (told("result").isEmpty() && told("code").isEmpty()) {
            throw refused("\"" + name + "\" has no result and no exit code");
        }
        return new JobEnd(name, told("result"), told("code"), told("sent"));
    }

    private void tell(String word) {
        var kind = kind(word);
        if (told.putIfAbsent(kind, word.substring(word.indexOf(':') + 1)) != null) {
            throw refused("\"" + word + "\" says the " + kind + " once more");
        }
    }

    private static String kind(String word) {
        if (GITHUB.contains(word) || GITLAB.contains(word)) {
            return "result";
        }
        if (CODE.matcher(word).matches()) {
            return "code";
        }
        if (SENT.matcher(word).matches()) {
            return "sent";
        }
        throw refused("\"" + word + "\" is not a result of GitHub or GitLab, an exit code or a `sent:`");
    }

    private String told(String kind) {
        return told.getOrDefault(kind, "");
    }

    private static IllegalArgumentException refused(String why) {
        return new IllegalArgumentException(why + ". " + FORM);
    }
}
