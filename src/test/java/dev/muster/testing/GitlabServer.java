package dev.muster.testing;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * GitLab, as docs.gitlab.com describes it: notes and issues by number, pages by header. A note has at most a million characters; a
 * line that begins with a slash is a quick action.
 */
public final class GitlabServer extends ForgeServer {
    private static final int LONGEST = 1_000_000;
    private static final long PROJECT = 7;
    private static final Pattern COMMAND = Pattern.compile("(?m)^/\\w+.*");

    private static final ObjectNode MISSING = object().put("message", "404 Not found");

    private final List<ObjectNode> jobs = new ArrayList<>();
    private final List<String> commands = new ArrayList<>();

    @Override
    String prefix() {
        return "/api/v4";
    }

    @Override
    String authorization() {
        return "PRIVATE-TOKEN: ";
    }

    @Override
    public Map<String, String> variables() {
        return Map.of(
                "GITLAB_CI", "true",
                "CI_PROJECT_ID", String.valueOf(PROJECT),
                "CI_API_V4_URL", url(),
                "CI_PIPELINE_ID", "50",
                "CI_JOB_ID", "2",
                "CI_PIPELINE_SOURCE", "push",
                "CI_PIPELINE_URL", "https://gitlab.com/crm/campaigns/-/pipelines/50",
                "GITLAB_TOKEN", TOKEN);
    }

    /** A job of pipeline 50. */
    public synchronized void job(String name, String status, boolean isBegun) {
        var job = object().put("name", name).put("status", status);
        jobs.add(isBegun ? job.put("started_at", "2026-11-30T09:00:00.000Z") : job.putNull("started_at"));
    }

    /** The quick actions that somebody ran with our account. */
    public synchronized List<String> commands() {
        return List.copyOf(commands);
    }

    @Override
    String named(String method, URI uri, JsonNode body) {
        var path = uri.getPath().replaceFirst("^/api/v4(/projects/" + PROJECT + ")?", "");
        var request = "/merge_requests/" + REQUEST + "/notes";
        if (path.startsWith(request)) {
            return switch (method) {
                case "GET" -> "search comments " + page(uri);
                case "POST" -> "comment";
                default -> "replace " + path.substring(request.length() + 1);
            };
        }
        return switch (method + " " + path) {
            case "GET /user" -> "account";
            case "GET /pipelines/50/jobs" -> "search jobs " + page(uri);
            case "GET /issues" -> "search issues " + page(uri);
            case "POST /issues" -> "open";
            default -> (method.equals("GET") ? "search notes " : "add ") + path.replaceAll("\\D", "");
        };
    }

    private static String page(URI uri) {
        return uri.getQuery().replaceAll(".*&page=", "");
    }

    @Override
    Answer serve(String what, JsonNode body) {
        var words = what.split(" ");
        var text = body.path("body").asString(body.path("description").asString(""));
        if (text.codePointCount(0, text.length()) > LONGEST) {
            return new Answer(400, object().put("message", "400 Bad request - Note is too long"));
        }
        COMMAND.matcher(text).results().map(MatchResult::group).forEach(commands::add);
        return switch (words[0]) {
            case "account" -> new Answer(200, object().put("id", 1).put("username", OURS));
            case "search" -> search(words);
            case "comment" -> added(comments.add(new Text(newId(), OURS, text)));
            case "open" -> added(issues.add(new Issue(new Text(newId(), OURS, text), new ArrayList<>())));
            case "replace" -> new Answer(replace(words[1], text) ? 200 : 404, MISSING);
            default ->
                added(issue(words[1])
                        .map(issue -> issue.comments().add(new Text(newId(), OURS, text)))
                        .orElse(false));
        };
    }

    private static Answer added(boolean isThere) {
        return new Answer(isThere ? 201 : 404, MISSING);
    }

    private Answer search(String[] words) {
        return switch (words[1]) {
            case "notes" ->
                issue(words[2])
                        .map(issue -> rows(
                                issue.comments().stream()
                                        .map(GitlabServer::note)
                                        .toList(),
                                1))
                        .orElse(new Answer(404, MISSING));
            case "jobs" -> rows(jobs, Integer.parseInt(words[2]));
            case "issues" -> rows(issues.stream().map(GitlabServer::issue).toList(), Integer.parseInt(words[2]));
            default -> rows(comments.stream().map(GitlabServer::note).toList(), Integer.parseInt(words[2]));
        };
    }

    private static Answer rows(List<ObjectNode> rows, int page) {
        var array = JSON.createArrayNode();
        rows.stream().skip((page - 1L) * PAGE).limit(PAGE).forEach(array::add);
        var next = (long) page * PAGE < rows.size() ? String.valueOf(page + 1) : "";
        return new Answer(200, Map.of("x-next-page", next), array.toString());
    }

    private static ObjectNode note(Text text) {
        var note = object().put("id", Long.parseLong(text.id()))
                .put("body", text.body())
                .put("system", false);
        note.putObject("author").put("id", text.author().equals(OURS) ? 1 : 2);
        return note;
    }

    private static ObjectNode issue(Issue issue) {
        var node = object().put("iid", Long.parseLong(issue.text().id()))
                .put("description", issue.text().body());
        node.putObject("author").put("id", issue.text().author().equals(OURS) ? 1 : 2);
        return node;
    }
}
