package dev.muster.forge.http;

import dev.muster.forge.Forge;
import dev.muster.forge.ForgeException;
import dev.muster.forge.ForgeException.Kind;
import dev.muster.forge.PipelineJob;
import dev.muster.http.HttpReply;
import dev.muster.http.Network;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Notes and issues of one project on GitLab (docs.gitlab.com, "Notes API", "Issues API"). A note may have a million characters, a
 * description a megabyte. A job's own token may write neither; a project access token has an account of its own, by whose id its
 * notes are known. A line that begins with a slash may be a command to GitLab ("Quick actions"), run as that account.
 */
public final class GitlabForge implements Forge, AutoCloseable {
    /** No character has more than four bytes. */
    private static final int LONGEST = 250_000;

    private static final int MOST_PAGES = 100;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final Pattern COMMAND = Pattern.compile("(?m)^/");

    private final String project;
    private final ForgeClient client;

    /** @param project its number */
    public GitlabForge(long project, ForgeAddress address, ForgeToken token, Network network) {
        this.project = "/projects/" + project;
        this.client = new ForgeClient(name(), address, token, new ForgeClient.Header("PRIVATE-TOKEN", ""), network);
    }

    @Override
    public String name() {
        return "GitLab";
    }

    @Override
    public int longest() {
        return LONGEST;
    }

    /** A command begins its line, without a blank before it. */
    @Override
    public String withoutCommands(String text) {
        return COMMAND.matcher(text).replaceAll(" /");
    }

    @Override
    public List<Remark> comments(long request) {
        return notes(onRequest(request) + "?sort=asc&order_by=created_at", account())
                .map(note -> new Remark(note.path("id").asString(""), body(note)))
                .toList();
    }

    @Override
    public void comment(long request, String text) {
        client.post(client.at(onRequest(request)), ForgeClient.object().put("body", text));
    }

    @Override
    public void replace(long request, String comment, String text) {
        client.put(
                client.at(onRequest(request) + "/" + comment),
                ForgeClient.object().put("body", text));
    }

    /** Only the account's own are listed, so these are few. */
    @Override
    public Optional<Issue> issue(String beginning) {
        long account = account();
        return pages(project + "/issues?state=opened&scope=all&order_by=updated_at&sort=desc&author_id=" + account)
                .filter(issue -> isOf(account, issue) && description(issue).startsWith(beginning))
                .findFirst()
                .map(issue -> new Issue(issue.path("iid").asString(""), texts(issue, account)));
    }

    private List<String> texts(JsonNode issue, long account) {
        var notes = notes(onIssue(issue.path("iid").asString("")) + "?sort=asc&order_by=created_at", account);
        return Stream.concat(Stream.of(description(issue)), notes.map(GitlabForge::body))
                .toList();
    }

    @Override
    public void open(String title, String text) {
        client.post(
                client.at(project + "/issues"),
                ForgeClient.object().put("title", title).put("description", text));
    }

    @Override
    public void add(String issue, String text) {
        client.post(client.at(onIssue(issue)), ForgeClient.object().put("body", text));
    }

    /** docs.gitlab.com, "Jobs API": {@code started_at} is the time at which a runner took it. */
    @Override
    public List<PipelineJob> jobs(long run) {
        return pages(project + "/pipelines/" + run + "/jobs?include_retried=false")
                .map(job -> new PipelineJob(
                        job.path("name").asString(""),
                        job.path("status").asString(""),
                        !job.path("started_at").asString("").isEmpty()))
                .toList();
    }

    private String onRequest(long request) {
        return project + "/merge_requests/" + request + "/notes";
    }

    private String onIssue(String issue) {
        return project + "/issues/" + issue + "/notes";
    }

    private long account() {
        var id = client.json(client.get(client.at("/user"))).path("id");
        if (!id.isIntegralNumber()) {
            throw new ForgeException(Kind.REFUSED, "GitLab does not say whose the token is.");
        }
        return id.asLong();
    }

    private Stream<JsonNode> notes(String path, long account) {
        return pages(path)
                .filter(note -> isOf(account, note) && !note.path("system").asBoolean(false));
    }

    private static boolean isOf(long account, JsonNode node) {
        return node.at("/author/id").asLong(-1) == account;
    }

    private static String body(JsonNode node) {
        return node.path("body").asString("");
    }

    private static String description(JsonNode node) {
        return node.path("description").asString("");
    }

    /** All rows of a list; {@code path} has a query already. */
    private Stream<JsonNode> pages(String path) {
        var rows = new ArrayList<JsonNode>();
        var next = "1";
        for (int page = 0; page < MOST_PAGES; page++) {
            var reply = client.get(client.at(path + "&per_page=100&page=" + next));
            rows.addAll(list(reply));
            next = reply.header("x-next-page").filter(NUMBER.asMatchPredicate()).orElse("");
            if (next.isEmpty()) {
                return rows.stream();
            }
        }
        throw new ForgeException(Kind.REFUSED, "GitLab's list has no end within " + MOST_PAGES + " pages.");
    }

    private Collection<JsonNode> list(HttpReply reply) {
        var list = client.json(reply);
        if (!list.isArray()) {
            throw new ForgeException(Kind.REFUSED, "GitLab's answer is no list: another server may have answered.");
        }
        return list.values();
    }

    @Override
    public void close() {
        client.close();
    }
}
