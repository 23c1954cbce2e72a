package dev.muster.forge.http;

import dev.muster.forge.Forge;
import dev.muster.forge.ForgeException;
import dev.muster.forge.ForgeException.Kind;
import dev.muster.http.Network;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Comments and issues of one repository on GitHub. What is there is asked by GraphQL, because only there GitHub says which texts
 * are of the token's own account ({@code viewerDidAuthor}), whether the token is a job's, an App's or a person's. GitHub takes
 * 65,536 characters. A server of one's own has REST below {@code /api/v3}, and GraphQL at {@code /api/graphql}.
 */
public final class GithubForge implements Forge, AutoCloseable {
    private static final int LONGEST = 65_000;

    /** A list without end is none. */
    private static final int MOST_PAGES = 200;

    private static final String COMMENTS = """
            query($owner: String!, $name: String!, $number: Int!, $after: String) {
              repository(owner: $owner, name: $name) { pullRequest(number: $number) {
                comments(first: 100, after: $after) {
                  nodes { id body viewerDidAuthor } pageInfo { hasNextPage endCursor } } } } }""";
    private static final String ISSUES = """
            query($owner: String!, $name: String!, $after: String) {
              repository(owner: $owner, name: $name) {
                issues(first: 25, after: $after, states: OPEN, orderBy: {field: UPDATED_AT, direction: DESC}) {
                  nodes { number body viewerDidAuthor comments(last: 20) { nodes { body viewerDidAuthor } } }
                  pageInfo { hasNextPage endCursor } } } }""";
    private static final String UPDATE = """
            mutation($id: ID!, $body: String!) {
              updateIssueComment(input: {id: $id, body: $body}) { clientMutationId } }""";

    private final String repository;
    private final ForgeClient client;
    private final String graphql;

    /** @param repository owner and name, such as {@code crm/campaigns} */
    public GithubForge(String repository, ForgeAddress address, ForgeToken token, Network network) {
        this.repository = repository;
        this.graphql = address.uri().toString().replaceFirst("/v3$", "") + "/graphql";
        this.client =
                new ForgeClient(name(), address, token, new ForgeClient.Header("Authorization", "Bearer "), network);
    }

    @Override
    public String name() {
        return "GitHub";
    }

    @Override
    public int longest() {
        return LONGEST;
    }

    @Override
    public String withoutCommands(String text) {
        return text;
    }

    @Override
    public List<Remark> comments(long request) {
        var found = new ArrayList<JsonNode>();
        var variables = inRepository().put("number", request);
        pages(COMMENTS, variables, "/data/repository/pullRequest/comments", nodes -> {
            found.addAll(nodes);
            return true;
        });
        return found.stream()
                .filter(GithubForge::isOurs)
                .map(node -> new Remark(node.path("id").asString(""), body(node)))
                .toList();
    }

    @Override
    public void comment(long request, String text) {
        add(String.valueOf(request), text);
    }

    @Override
    public void replace(long request, String comment, String text) {
        var answer = graphql(UPDATE, ForgeClient.object().put("id", comment).put("body", text));
        if (answer.has("errors")) {
            throw refused(answer, Kind.UNACCEPTABLE, Kind.GONE);
        }
    }

    @Override
    public Optional<Issue> issue(String beginning) {
        var found = new ArrayList<Issue>();
        pages(ISSUES, inRepository(), "/data/repository/issues", nodes -> {
            nodes.stream()
                    .filter(node -> isOurs(node) && body(node).startsWith(beginning))
                    .map(node -> new Issue(node.path("number").asString(""), texts(node)))
                    .forEach(found::add);
            return found.isEmpty();
        });
        return found.stream().findFirst();
    }

    private static List<String> texts(JsonNode issue) {
        var comments = issue.at("/comments/nodes").values().stream()
                .filter(GithubForge::isOurs)
                .map(GithubForge::body);
        return Stream.concat(Stream.of(body(issue)), comments).toList();
    }

    @Override
    public void open(String title, String text) {
        client.post(
                client.at("/repos/" + repository + "/issues"),
                ForgeClient.object().put("title", title).put("body", text));
    }

    @Override
    public void add(String issue, String text) {
        client.post(
                client.at("/repos/" + repository + "/issues/" + issue + "/comments"),
                ForgeClient.object().put("body", text));
    }

    private static boolean isOurs(JsonNode node) {
        return node.path("viewerDidAuthor").asBoolean(false);
    }

    private static String body(JsonNode node) {
        return node.path("body").asString("");
    }

    private ObjectNode inRepository() {
        var parts = repository.split("/", 2);
        return ForgeClient.object().put("owner", parts[0]).put("name", parts[1]);
    }

    /** The nodes of a connection, page by page, as long as somebody wants more. */
    private void pages(String query, ObjectNode variables, String connection, Predicate<Collection<JsonNode>> more) {
        variables.putNull("after");
        for (int page = 0; page < MOST_PAGES; page++) {
            var found = found(query, variables, connection);
            boolean isWanted = more.test(found.path("nodes").values());
            if (!isWanted || !found.at("/pageInfo/hasNextPage").asBoolean(false)) {
                return;
            }
            variables.put("after", found.at("/pageInfo/endCursor").asString(""));
        }
        throw new ForgeException(Kind.REFUSED, "GitHub's list has no end within " + MOST_PAGES + " pages.");
    }

    private JsonNode found(String query, ObjectNode variables, String connection) {
        var answer = graphql(query, variables);
        var found = answer.at(connection);
        if (answer.has("errors") || !found.isObject()) {
            throw refused(answer, Kind.REFUSED, Kind.REFUSED);
        }
        return found;
    }

    private JsonNode graphql(String query, ObjectNode variables) {
        var body = ForgeClient.object().put("query", query);
        body.set("variables", variables);
        return client.json(client.post(graphql, body));
    }

    /** GraphQL says in the body what went wrong, and answers 200. */
    private ForgeException refused(JsonNode answer, Kind otherwise, Kind missing) {
        var error = answer.at("/errors/0");
        var said = error.path("message").asString("without a reason");
        return switch (error.path("type").asString("")) {
            case "RATE_LIMITED" -> client.failed(Kind.PASSING, said, Optional.of(Duration.ofMinutes(1)));
            case "NOT_FOUND" -> client.failed(missing, said, Optional.empty());
            case "FORBIDDEN", "INSUFFICIENT_SCOPES" -> client.failed(Kind.REFUSED, said, Optional.empty());
            default -> client.failed(otherwise, said, Optional.empty());
        };
    }

    @Override
    public void close() {
        client.close();
    }
}
