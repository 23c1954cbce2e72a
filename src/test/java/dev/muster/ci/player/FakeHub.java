package dev.muster.ci.player;

import com.sun.net.httpserver.HttpServer;
import dev.muster.ci.player.HubRepository.Edit;
import dev.muster.testing.HandClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A GitHub for one private repository: git and REST over HTTP, pull requests, environments, and the moment. Each change of the
 * repository is an event, which a {@link WorkflowPlayer} plays.
 */
final class FakeHub implements AutoCloseable {
    static final String NAME = "crm/campaigns";
    private static final String NONE = "0".repeat(40);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Environment> environments = new ConcurrentHashMap<>();
    private final Tokens tokens = new Tokens();
    private final Discussion discussion = new Discussion();
    private final HandClock clock = new HandClock(Instant.parse("2026-11-30T09:00:00Z"));
    private final RestServer rest = new RestServer(NAME, tokens, discussion);
    private final GitServer git;
    private final HubRepository repository;
    private final Path place;

    /** What jobs get that name this environment, and whether a reviewer is asked before. */
    record Environment(Map<String, String> secrets, boolean asksReviewer) {}

    FakeHub(Path place) {
        this.place = place;
        this.git = new GitServer(place.resolve("git"), tokens);
        try {
            Files.createDirectories(place.resolve("git/crm"));
            repository = HubRepository.in(place.resolve("git"), NAME);
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/api/", rest);
        server.createContext("/", git);
        server.setExecutor(threads);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    Path place() {
        return place;
    }

    HubRepository repository() {
        return repository;
    }

    GitServer git() {
        return git;
    }

    Tokens tokens() {
        return tokens;
    }

    Discussion discussion() {
        return discussion;
    }

    RestServer rest() {
        return rest;
    }

    HandClock clock() {
        return clock;
    }

    void environment(String name, boolean asksReviewer, Map<String, String> secrets) {
        environments.put(name, new Environment(Map.copyOf(secrets), asksReviewer));
    }

    /** One that nobody made is made without anything when a job names it. */
    Environment environment(String name) {
        return environments.getOrDefault(name, new Environment(Map.of(), false));
    }

    // --- what people do

    /** Pushes a change to {@code main}. */
    WorkflowEvent push(String message, Edit edit) {
        var before = hasMain() ? main() : NONE;
        if (!before.equals(NONE)) {
            repository.checkOut("main", before);
        }
        return pushed(before, repository.commit(message, edit));
    }

    private boolean hasMain() {
        return Files.exists(repository.bare().resolve(HubRepository.MAIN));
    }

    String main() {
        return repository.tip(HubRepository.MAIN);
    }

    private WorkflowEvent pushed(String before, String after) {
        repository.push(after, HubRepository.MAIN);
        return push(before, after);
    }

    private static WorkflowEvent push(String before, String after) {
        return WorkflowEvent.of(
                "push", Map.of("before", before, "after", after, "ref", HubRepository.MAIN), HubRepository.MAIN, after);
    }

    /** What somebody does with a clone of their own; the push to {@code main} that it has in it, if any. */
    Optional<WorkflowEvent> watched(Runnable work) {
        var before = hasMain() ? main() : NONE;
        work.run();
        return Optional.of(hasMain() ? main() : NONE)
                .filter(after -> !after.equals(before))
                .map(after -> push(before, after));
    }

    /** A pull request from a branch that was pushed. */
    PullRequest openFrom(String branch) {
        var number = discussion.open(true, "robin", branch, "").number();
        var head = repository.tip("refs/heads/" + branch);
        repository.update("refs/pull/" + number + "/head", head);
        return new PullRequest(number, branch, head, false, NAME);
    }

    PullRequest open(String branch, Edit edit) {
        return open(branch, edit, false);
    }

    PullRequest openFromFork(String branch, Edit edit) {
        return open(branch, edit, true);
    }

    private PullRequest open(String branch, Edit edit, boolean isFromFork) {
        var number = discussion
                .open(true, isFromFork ? "mallory" : "robin", branch, "")
                .number();
        repository.checkOut(branch, main());
        var request = new PullRequest(number, branch, repository.commit("Propose " + branch, edit), isFromFork, NAME);
        return proposed(request);
    }

    /** Adds a commit to it. */
    PullRequest add(PullRequest request, Edit edit) {
        repository.checkOut(request.branch(), request.head());
        return proposed(request.at(repository.commit("More for " + request.branch(), edit)));
    }

    private PullRequest proposed(PullRequest request) {
        repository.push(request.head(), "refs/pull/" + request.number() + "/head");
        if (!request.isFromFork()) {
            repository.push(request.head(), "refs/heads/" + request.branch());
        }
        return request;
    }

    /** An event of a pull request as it is now. */
    WorkflowEvent event(String action, PullRequest request) {
        var merge = repository.mergeInto(main(), request.head(), request.number());
        return request.event(action, main(), merge);
    }

    WorkflowEvent close(PullRequest request) {
        discussion.close(request.number());
        return event("closed", request);
    }

    WorkflowEvent mergeGroup(PullRequest request) {
        var merge = repository.mergeInto(main(), request.head(), request.number());
        var ref = "refs/heads/gh-readonly-queue/main/pr-" + request.number() + "-" + main();
        repository.update(ref, merge);
        var group = Map.of("base_sha", main(), "head_sha", merge, "head_ref", ref, "base_ref", HubRepository.MAIN);
        return WorkflowEvent.of("merge_group", Map.of("action", "checks_requested", "merge_group", group), ref, merge);
    }

    /** How a pull request gets to {@code main}. */
    enum Method {
        MERGE,
        SQUASH,
        REBASE
    }

    /** The push that merging it is. */
    WorkflowEvent merge(PullRequest request, Method method) {
        var before = main();
        var after = switch (method) {
            case MERGE -> repository.mergeInto(before, request.head(), request.number());
            case SQUASH -> repository.squash(before, request.head());
            case REBASE -> repository.rebase(before, request.head());
        };
        discussion.close(request.number());
        repository.update(HubRepository.MAIN, after);
        return push(before, after);
    }

    WorkflowEvent night() {
        return WorkflowEvent.of("schedule", Map.of("schedule", "17 3 * * *"), HubRepository.MAIN, main());
    }

    WorkflowEvent dispatch() {
        return WorkflowEvent.of("workflow_dispatch", Map.of("inputs", Map.of()), HubRepository.MAIN, main());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
