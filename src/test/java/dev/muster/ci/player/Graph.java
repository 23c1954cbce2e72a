package dev.muster.ci.player;

import dev.muster.ci.player.Discussion.Comment;
import dev.muster.ci.player.Discussion.Topic;
import dev.muster.ci.player.RestServer.Answer;
import dev.muster.ci.player.Tokens.Token;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What GitHub's GraphQL says of comments and issues, and whether the token's own account wrote them. A query is known by the
 * connection that it names; the answer has the fields which such queries can choose from.
 */
record Graph(Discussion discussion, Token token) {
    private static final Pattern FIRST = Pattern.compile("\\bfirst: *(\\d+)");
    private static final int MOST = 100;

    /** As many comments of an issue as a query here asks for. */
    private static final int LAST = 20;

    Answer answer(JsonNode request) {
        var query = request.path("query").asString("");
        var variables = request.path("variables");
        boolean isWrite = query.contains("updateIssueComment");
        if (!RestServer.may(token, isWrite)) {
            return failed("FORBIDDEN", RestServer.NO_RIGHT);
        }
        if (isWrite) {
            return update(variables);
        }
        if (query.contains("pullRequest(")) {
            return comments(query, variables);
        }
        return query.contains("issues(") ? issues(query, variables) : failed("INVALID", "cannot parse it");
    }

    private Answer comments(String query, JsonNode variables) {
        int number = variables.path("number").asInt(0);
        return discussion
                .topic(number)
                .filter(Topic::isPullRequest)
                .map(topic -> data(Map.of(
                        "repository",
                        Map.of(
                                "pullRequest",
                                Map.of("comments", page(query, variables, discussion.comments(number), this::shown))))))
                .orElseGet(() -> failed("NOT_FOUND", "Could not resolve to a PullRequest"));
    }

    private Answer issues(String query, JsonNode variables) {
        var open = discussion.openTopics().stream()
                .filter(topic -> !topic.isPullRequest())
                .toList();
        return data(Map.of("repository", Map.of("issues", page(query, variables, open, this::shown))));
    }

    private Answer update(JsonNode variables) {
        var id = variables.path("id").asString("").replaceFirst("^IC_", "");
        var comment = discussion.comment(id.matches("\\d+") ? Long.parseLong(id) : 0);
        if (comment.isEmpty()) {
            return failed("NOT_FOUND", "Could not resolve to a node");
        }
        var text = variables.path("body").asString("");
        if (!RestServer.isTaken(text)) {
            return failed("UNPROCESSABLE", "Body is too long (maximum is 65536 characters)");
        }
        discussion.edit(comment.get(), text);
        return data(Map.of("updateIssueComment", Map.of("clientMutationId", "")));
    }

    private static <T> Map<String, Object> page(
            String query, JsonNode variables, List<T> all, Function<T, Object> shown) {
        var first = FIRST.matcher(query);
        int size = first.find() ? Math.min(MOST, Integer.parseInt(first.group(1))) : MOST;
        int start = Integer.parseInt("0" + variables.path("after").asString(""));
        int end = Math.min(all.size(), start + size);
        return Map.of(
                "nodes",
                all.subList(start, end).stream().map(shown).toList(),
                "pageInfo",
                Map.of("hasNextPage", end < all.size(), "endCursor", String.valueOf(end)));
    }

    private Object shown(Comment comment) {
        return Map.of(
                "id", "IC_" + comment.id(),
                "databaseId", comment.id(),
                "body", body(comment.body()),
                "viewerDidAuthor", comment.author().equals(token.account()));
    }

    /** With the line ends of texts that were edited in a browser. */
    private static String body(String text) {
        return text.replace("\n", "\r\n");
    }

    private Object shown(Topic topic) {
        return Map.of(
                "number", topic.number(),
                "body", body(topic.body()),
                "viewerDidAuthor", topic.author().equals(token.account()),
                "comments",
                        Map.of(
                                "nodes",
                                last(discussion.comments(topic.number())).stream()
                                        .map(this::shown)
                                        .toList(),
                                "pageInfo",
                                Map.of("hasNextPage", false, "endCursor", "")));
    }

    private static <T> List<T> last(List<T> all) {
        return all.subList(Math.max(0, all.size() - LAST), all.size());
    }

    private static Answer data(Object data) {
        return Answer.of(200, Map.of("data", data));
    }

    private static Answer failed(String type, String message) {
        return Answer.of(200, Map.of("errors", List.of(Map.of("type", type, "message", message))));
    }
}
