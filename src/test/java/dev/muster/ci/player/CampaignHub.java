package dev.muster.ci.player;

import dev.muster.ci.player.FakeHub.Method;
import dev.muster.ci.player.HubRepository.Edit;
import dev.muster.cli.Workstation;
import dev.muster.process.Java;
import dev.muster.process.Posts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * A repository with campaigns, the workflows and the action, set up as {@code ci.md} says, and the SeaX to which they go. The
 * launcher of the program starts what these tests were built from.
 */
final class CampaignHub implements AutoCloseable {
    static final List<String> ENVIRONMENTS = List.of("muster-plan", "muster-look", "muster-send");
    private static final Path GITHUB = Path.of(".github");

    static final String PROJECT = """
            kind: project
            default_workspace: production
            workspaces:
              production:
                base_url: %s
                workspace_id: %s
                api_key_env: SEAX_API_KEY
                max_requests_per_second: 1000
                lock: {store: git, branch: muster/production}
            """;

    final FakeHub hub;
    final Posts posts;
    final WorkflowPlayer player;

    private CampaignHub(Path place) {
        this.posts = Posts.open(place.resolve("seax"));
        this.hub = new FakeHub(place.resolve("hub"));
        this.player = new WorkflowPlayer(hub);
    }

    /** With everything in place, nobody's reviewer asked, and no campaign yet. */
    static CampaignHub in(Path place) {
        var ready = new CampaignHub(place);
        for (var environment : ENVIRONMENTS) {
            ready.environment(environment, false);
        }
        ready.hub.push("Begin", ready.project().and(action()).and(workflows()).and(launcher()));
        ready.init("production");
        ready.hub.push("Keep what init wrote", written -> {});
        return ready;
    }

    void environment(String name, boolean asksReviewer) {
        hub.environment(name, asksReviewer, Map.of("SEAX_API_KEY", key()));
    }

    String key() {
        return posts.sandbox().apiKey();
    }

    String projectText() {
        return PROJECT.formatted(posts.sandbox().baseUrl(), posts.sandbox().workspaceId());
    }

    Edit project() {
        return Edit.file("campaigns/muster.yaml", projectText());
    }

    /** Makes the branch of a workspace's lock, as a person does it once. */
    void init(String workspace) {
        var environment = Map.of("USER", "robin", "SEAX_API_KEY", key());
        var said =
                new Workstation(hub.repository().author(), environment, Clock.systemUTC()).run("-w", workspace, "init");
        if (said.code() != 0) {
            throw new AssertionError(said.out() + said.err());
        }
    }

    static Edit action() {
        return folder -> copy(GITHUB.resolve("actions/muster"), folder.resolve(".github/actions/muster"));
    }

    static Edit workflows() {
        return folder -> copy(GITHUB.resolve("workflows-examples"), folder.resolve(".github/workflows"));
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (var files = Files.list(from)) {
            for (var file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    /** In place of the one that builds the sources beside it. */
    private static Edit launcher() {
        return folder -> {
            var program = Java.program().stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
            var file = Files.writeString(
                    folder.resolve("muster"),
                    "#!/bin/sh\n[ \"$*\" != --version ] || exit 0 # nothing is built here\nexec " + program
                            + " \"$@\"\n");
            if (!file.toFile().setExecutable(true)) {
                throw new UncheckedIOException(new IOException("no executable: " + file));
            }
        };
    }

    /** A campaign that goes to six people at once. */
    static Edit campaign(String key) {
        return Edit.file("campaigns/" + key + ".yaml", """
                kind: campaign
                key: %1$s
                name: Campaign %1$s
                owner: crm-team
                audience: {any: [%2$s]}
                senders: [Sales Line]
                message: {text: "This is a test of our message system. Nothing to do for you."}
                schedule: immediately
                acknowledge: {plan/looks-like-a-rename: they are all alike}
                """.formatted(key, Posts.LABEL));
    }

    /** Opens a pull request and plays what that starts. */
    WorkflowRun opened(PullRequest request) {
        return player.playOne(hub.event("opened", request));
    }

    /** Opens a pull request and plays its plan, but nothing that needs it. */
    WorkflowRun planned(PullRequest request) {
        return player.start(hub.event("opened", request)).get(0).proceedTo("plan");
    }

    WorkflowRun synchronised(PullRequest request) {
        return player.playOne(hub.event("synchronize", request));
    }

    WorkflowRun merged(PullRequest request) {
        return player.playOne(hub.merge(request, Method.MERGE));
    }

    /** Plays a run beside whatever else this test does. */
    static CompletableFuture<WorkflowRun> beside(WorkflowRun run) {
        return CompletableFuture.supplyAsync(run::proceed, task -> new Thread(task, "beside").start());
    }

    /** The bodies of the comments of a pull request. */
    List<String> comments(PullRequest request) {
        return hub.discussion().comments(request.number()).stream()
                .map(Discussion.Comment::body)
                .toList();
    }

    @Override
    public void close() {
        hub.close();
        posts.close();
    }
}
