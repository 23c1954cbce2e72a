package dev.muster.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * GitHub behind {@code gh}, as far as the scripts use it: pages of a search, filtered by jq as gh does it; the limit of
 * 65,536 characters; and refusals, each for the next request of its kind. {@code sleep} only remembers how long.
 */
final class FakeGithub {
    static final String LIMIT = "You have exceeded a secondary rate limit";
    static final String NO_RIGHT = "Resource not accessible by integration";

    private static final String GH = """
            export LC_ALL=C.UTF-8
            cd github || exit 9
            after=
            while [ $# -gt 0 ]; do
              case $1 in
                api | --include) ;;
                -X) method=$2; shift ;;
                --jq) filter=$2; shift ;;
                -f | -F)
                  case $2 in
                    after=*) after=${2#after=} ;;
                    query=*) query=${2#query=} ;;
                    id=*) id=${2#id=} ;;
                    body=@*) body=${2#body=@} ;;
                  esac
                  shift ;;
                *) url=$1 ;;
              esac
              shift
            done
            case $query in
              *updateIssueComment*) asked="update $id" ;;
              query*) asked="search $after" ;;
              *) asked="$method $url" ;;
            esac
            echo "$asked" >>asked
            answer() { printf 'HTTP/2.0 %s X\\r\\n%s\\r\\n\\r\\n%s' "$1" "$2" "$3"; }
            refuse() { answer "$@"; echo "gh: $3 (HTTP $1)" >&2; exit 1; }
            finish() { cp "$body" body; [ ! -f then.json ] || mv then.json search-null.json; }
            IFS='|' read -r kind status header text <refusals || true
            case $asked in
              "${kind:-nothing}"*)
                sed -i 1d refusals
                [ "$status" != lost ] || { finish; exit 1; }
                [ "$status" != none ] || exit 1
                case $text in *NOT_FOUND*) mv then.json search-null.json ;; esac
                refuse "$status" "$header" "$text" ;;
            esac
            case $asked in
              search*) answer 200 'Server: GitHub' ''; exec jq -r "$filter" "search-$after.json" ;;
            esac
            if [ "$(wc -m <"$body")" -gt 65536 ]; then
              case $asked in
                update*) refuse 200 'Server: GitHub' 'Body is too long (maximum is 65536 characters)' ;;
                *) refuse 422 'Server: GitHub' 'Validation Failed' ;;
              esac
            fi
            finish
            answer 200 'Server: GitHub' '{}'
            """;

    private final Job job;
    private final String connection;

    /** @param connection where the nodes of a search are, such as {@code issues} */
    FakeGithub(Job job, String connection) {
        this.job = job;
        this.connection = connection;
        job.tool("gh", GH);
        job.tool("sleep", "echo $1 >>github/slept");
        write("refusals", "");
        holds();
    }

    /** What a search finds, all on one page. */
    void holds(String... nodes) {
        pages(List.of(nodes));
    }

    @SafeVarargs
    final void pages(List<String>... pages) {
        for (int page = 0; page < pages.length; page++) {
            write(
                    "search-" + (page == 0 ? "null" : "cursor" + page) + ".json",
                    search(pages[page], page + 1 < pages.length, "cursor" + (page + 1)));
        }
    }

    /** What a search finds once something was written, or found to be gone. */
    void holdsThen(String... nodes) {
        write("then.json", search(List.of(nodes), false, ""));
    }

    private String search(List<String> nodes, boolean hasNext, String cursor) {
        var found = "{\"nodes\":[" + String.join(",", nodes) + "],\"pageInfo\":{\"hasNextPage\":" + hasNext
                + ",\"endCursor\":\"" + cursor + "\"}}";
        return connection.equals("issues")
                ? "{\"data\":{\"repository\":{\"issues\":" + found + "}}}"
                : "{\"data\":{\"repository\":{\"pullRequest\":{\"comments\":" + found + "}}}}";
    }

    static String comment(String id, boolean own, String... lines) {
        return node("id", "\"" + id + "\"", own, lines);
    }

    static String issue(int number, boolean own, String... lines) {
        return node("number", String.valueOf(number), own, lines);
    }

    private static String node(String key, String value, boolean own, String... lines) {
        var body = Arrays.stream(lines).map(line -> line.replace("\"", "\\\"")).collect(Collectors.joining("\\r\\n"));
        return "{\"" + key + "\":" + value + ",\"viewerDidAuthor\":" + own + ",\"body\":\"" + body
                + "\",\"comments\":{\"nodes\":[]}}";
    }

    static String runLine(int id, int attempt) {
        return "<!-- muster:run {\"id\":" + id + ",\"attempt\":" + attempt + "} -->";
    }

    /** Lines such as {@code search|403|Retry-After: 7|text}; {@code none} is no answer, {@code lost} one to what was done. */
    void refuses(String... lines) {
        write("refusals", Arrays.stream(lines).map(line -> line + "\n").collect(Collectors.joining()));
    }

    /** Runs a script to its end, which must be this one; what it said. */
    String run(int exitCode, String script, Path file, Map<String, String> variables) {
        var all = variables.entrySet().stream()
                .map(variable -> variable.getKey() + "=" + variable.getValue())
                .toArray(String[]::new);
        try (var step = job.script(script, List.of(file.toString()), all)) {
            assertThat(step.exitCode()).as(step.said() + step.errors()).isEqualTo(exitCode);
            return step.said();
        }
    }

    List<String> asked() {
        return read("asked").lines().toList();
    }

    /** Only what changed something. */
    List<String> written() {
        return asked().stream().filter(line -> !line.startsWith("search ")).toList();
    }

    List<String> slept() {
        return read("slept").lines().toList();
    }

    String body() {
        return read("body");
    }

    private String read(String name) {
        try {
            var file = job.work().resolve("github").resolve(name);
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String name, String text) {
        try {
            var place = Files.createDirectories(job.work().resolve("github"));
            Files.writeString(place.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
