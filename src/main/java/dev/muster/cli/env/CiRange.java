package dev.muster.cli.env;

import dev.muster.git.CommitRange;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which commits a CI run is about, by what the CI system says: those after one. GitHub tells it in the event's file, as {@code
 * before} of a push, {@code base.sha} of a pull request and {@code base_sha} of a merge queue (docs.github.com, "Webhook
 * events and payloads"); GitLab in variables (docs.gitlab.com, "Predefined CI/CD variables reference").
 */
public record CiRange(ProgramEnvironment surroundings) {
    private static final Pattern COMMIT = Pattern.compile("(?!0+$)[0-9a-f]{40,64}");

    /** GitHub's limit for the payload of an event is 25 MB. */
    private static final int LARGEST_EVENT = 25 * 1024 * 1024;

    /** The range, where it is known. */
    public Optional<CommitRange> range() {
        var gitlab = Stream.of("CI_MERGE_REQUEST_DIFF_BASE_SHA", "CI_COMMIT_BEFORE_SHA")
                .flatMap(name -> surroundings.variable(name).stream())
                .map(start -> new CommitRange(start, "HEAD"));
        return Stream.concat(github().stream(), gitlab)
                .filter(range -> COMMIT.matcher(range.start()).matches())
                .findFirst();
    }

    private Optional<CommitRange> github() {
        return event(surroundings).map(CiRange::range);
    }

    /** What GitHub tells of the event that started the run. */
    public static Optional<JsonNode> event(ProgramEnvironment surroundings) {
        return surroundings.variable("GITHUB_EVENT_PATH").flatMap(CiRange::read);
    }

    /** What is checked out for a pull request is merged with its base, so its own commits end before that. */
    private static CommitRange range(JsonNode event) {
        var pull = event.path("pull_request");
        var head = pull.at("/head/sha").asString("");
        return COMMIT.matcher(head).matches()
                ? new CommitRange(pull.at("/base/sha").asString(""), head)
                : new CommitRange(start(event), "HEAD");
    }

    /** A merge queue tells the base, a push the commit before it. */
    private static String start(JsonNode event) {
        var queued = event.at("/merge_group/base_sha").asString("");
        return queued.isEmpty() ? event.path("before").asString("") : queued;
    }

    /** It only leads to a warning, so one that cannot be read is as none. */
    private static Optional<JsonNode> read(String file) {
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            return Optional.of(new JsonMapper().readTree(in.readNBytes(LARGEST_EVENT)));
        } catch (IOException | JacksonException unreadable) {
            return Optional.empty();
        }
    }
}
