package dev.muster.testing;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * GitHub, as docs.github.com describes it: GraphQL for what is there, with cursors; REST for what is new. A text has at most
 * 65,536 characters, and comes back with the line ends of Windows, as texts do that were edited in a browser.
 */
public final class GithubServer extends ForgeServer {
    private static final int LONGEST = 65_536;

    @Override
    String prefix() {
        return "";
    }

    @Override
    String authorization() {
        return "Authorization: Bearer ";
    }

    @Override
    public Map<String, String> variables() {
        return Map.of(
                "GITHUB_ACTIONS", "true",
                "GITHUB_REPOSITORY", "crm/campaigns",
                "GITHUB_API_URL", url(),
                "GITHUB_RUN_ID", "50",
                "GITHUB_RUN_ATTEMPT", "2",
                "GITHUB_EVENT_NAME", "push",
                "GH_TOKEN", TOKEN);
    }

    @Override
    String named(String method, URI uri, JsonNode body) {
        if (uri.getPath().matches("/graphql|/api/graphql")) {
            var query = body.path("query").asString("");
            return query.startsWith("mutation")
                    ? "replace " + body.at("/variables/id").asString("")
                    : "search " + (query.contains("pullRequest") ? "comments " : "issues ")
                            + body.at("/variables/after").asString("null");
        }
        var path = uri.getPath().replaceFirst("^(/api/v3)?/repos/crm/campaigns/issues", "");
        return switch (path) {
            case "" -> "open";
            case "/" + REQUEST + "/comments" -> "comment";
            default -> "add " + path.replaceAll("\\D", "");
        };
    }

    @Override
    Answer serve(String what, JsonNode body) {
        var text = body.path("body").asString(body.at("/variables/body").asString(""));
        boolean isLong = text.codePointCount(0, text.length()) > LONGEST;
        if (what.startsWith("search")) {
            return new Answer(200, found(body));
        }
        if (what.startsWith("replace")) {
            return new Answer(200, replaced(body, text, isLong));
        }
        if (isLong) {
            return new Answer(422, object().put("message", "Validation Failed"));
        }
        return new Answer(add(what, text) ? 201 : 404, object().put("message", "Not Found"));
    }

    private boolean add(String what, String text) {
        if (what.equals("comment")) {
            return comments.add(new Text(newId(), OURS, text));
        }
        return what.equals("open")
                ? issues.add(new Issue(new Text(newId(), OURS, text), new ArrayList<>()))
                : issue(what.substring(4))
                        .map(issue -> issue.comments().add(new Text(newId(), OURS, text)))
                        .orElse(false);
    }

    private ObjectNode replaced(JsonNode body, String text, boolean isLong) {
        if (isLong) {
            return error("UNPROCESSABLE", "Body is too long (maximum is 65536 characters)");
        }
        return replace(body.at("/variables/id").asString(""), text)
                ? object().putNull("data")
                : error("NOT_FOUND", "Could not resolve to a node");
    }

    private static ObjectNode error(String type, String message) {
        var error = object();
        error.putArray("errors").addObject().put("type", type).put("message", message);
        return error;
    }

    private ObjectNode found(JsonNode body) {
        var repository = object();
        boolean comments = body.path("query").asString("").contains("pullRequest");
        if (comments && body.at("/variables/number").asLong(0) != REQUEST) {
            return error("NOT_FOUND", "Could not resolve to a PullRequest");
        }
        var place =
                comments ? repository.putObject("pullRequest").putObject("comments") : repository.putObject("issues");
        var nodes = comments
                ? this.comments.stream().map(GithubServer::node)
                : issues.stream().map(GithubServer::node);
        page(place, nodes.toList(), body.at("/variables/after").asString("0"));
        var answer = object();
        answer.putObject("data").set("repository", repository);
        return answer;
    }

    private static void page(ObjectNode place, List<ObjectNode> all, String after) {
        int from = Integer.parseInt(after);
        var nodes = place.putArray("nodes");
        all.stream().skip(from).limit(PAGE).forEach(nodes::add);
        place.putObject("pageInfo")
                .put("hasNextPage", from + PAGE < all.size())
                .put("endCursor", String.valueOf(from + PAGE));
    }

    private static ObjectNode node(Text text) {
        return object().put("id", text.id())
                .put("body", text.body().replace("\n", "\r\n"))
                .put("viewerDidAuthor", text.author().equals(OURS));
    }

    private static ObjectNode node(Issue issue) {
        var node =
                node(issue.text()).put("number", Integer.parseInt(issue.text().id()));
        var comments = node.putObject("comments").putArray("nodes");
        Stream<Text> last =
                issue.comments().stream().skip(Math.max(0, issue.comments().size() - 20));
        last.map(GithubServer::node).forEach(comments::add);
        return node;
    }
}
