package dev.muster.ci.player;

import static dev.muster.testing.Repositories.git;

import dev.muster.ci.Workflow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/**
 * Plays the workflows that an event of a {@link FakeHub} starts, as they are in the commit of that event. Jobs run one after the
 * other on fresh machines, and really: each script is a process.
 */
final class WorkflowPlayer {
    private static final String FOLDER = ".github/workflows/";

    private final FakeHub hub;
    private final AtomicLong runs = new AtomicLong(9_000);
    private final AtomicInteger machines = new AtomicInteger();
    private final Map<String, WorkflowRun> groups = new ConcurrentHashMap<>();
    private final List<WorkflowRun> played = new CopyOnWriteArrayList<>();
    private volatile boolean hasOwnRunner;

    WorkflowPlayer(FakeHub hub) {
        this.hub = hub;
    }

    /** From now on all jobs are on one machine, which keeps what a job leaves. */
    void useOwnRunner() {
        hasOwnRunner = true;
    }

    /** Plays every workflow that this event starts, each as far as it gets. */
    List<WorkflowRun> play(WorkflowEvent event) {
        var started = start(event);
        started.forEach(WorkflowRun::proceed);
        return started;
    }

    /** Plays the one workflow that this event starts. */
    WorkflowRun playOne(WorkflowEvent event) {
        var started = play(event);
        if (started.size() != 1) {
            throw new AssertionError(event.name() + " starts " + started.size() + " workflows");
        }
        return started.get(0);
    }

    /** The runs of an event, in which nothing has begun yet; what they take the place of is cancelled. */
    List<WorkflowRun> start(WorkflowEvent event) {
        var started = new ArrayList<WorkflowRun>();
        if (isSkipped(event)) {
            return started;
        }
        for (var workflow : workflows(event)) {
            if (new Trigger(workflow, hub.repository().bare()).isMetBy(event)) {
                var run = new WorkflowRun(this, workflow, event, runs.incrementAndGet());
                if (run.concurrency().cancelsOthers()) {
                    played.stream()
                            .filter(other -> other.concurrency().excludes(run.concurrency()))
                            .forEach(WorkflowRun::cancel);
                }
                played.add(run);
                started.add(run);
            }
        }
        return started;
    }

    /** docs.github.com, "Skip GitHub Actions workflow runs". */
    private boolean isSkipped(WorkflowEvent event) {
        return List.of("push", "pull_request").contains(event.name())
                && git(hub.repository().bare(), "log", "-1", "--format=%B", event.sha())
                        .contains("[skip ci]");
    }

    private List<Workflow> workflows(WorkflowEvent event) {
        var bare = hub.repository().bare();
        return git(bare, "ls-tree", "--name-only", event.sha(), FOLDER)
                .lines()
                .filter(file -> file.endsWith(".yml"))
                .map(file -> Workflow.parse(Path.of(file), git(bare, "show", event.sha() + ":" + file)))
                .toList();
    }

    /** Whether a job of this group can begin: no other run has one. */
    boolean enter(WorkflowRun run, String group) {
        return group.isEmpty() || groups.putIfAbsent(group, run) == null;
    }

    void leave(WorkflowRun run, String group) {
        groups.remove(group, run);
    }

    Runner runner() {
        var name = hasOwnRunner ? "machine-own" : "machine-" + machines.incrementAndGet();
        return Runner.in(hub.place().resolve(name));
    }

    /** All that any run printed or kept. */
    String everythingSaid() {
        var all = new StringBuilder();
        played.forEach(run -> all.append(run.log()).append(run.artifacts().text()));
        return all.toString();
    }

    FakeHub hub() {
        return hub;
    }

    /** What stands under {@code on} of a workflow: names of events, branches and paths. */
    record Trigger(Workflow workflow, Path bare) {
        boolean isMetBy(WorkflowEvent event) {
            var on = workflow.root().get("on");
            if (!(on instanceof Map<?, ?> triggers)) {
                return on instanceof List<?> names
                        ? names.contains(event.name())
                        : event.name().equals(on);
            }
            return triggers.containsKey(event.name())
                    && isOfAction(event)
                    && isOfBranch(event, Workflow.map(triggers.get(event.name())))
                    && isOfPath(event, Workflow.map(triggers.get(event.name())));
        }

        /** Pull requests start a workflow when they are opened, get commits, or are opened again. */
        private static boolean isOfAction(WorkflowEvent event) {
            return !event.name().equals("pull_request")
                    || List.of("opened", "synchronize", "reopened")
                            .contains(event.payload().get("action"));
        }

        private static boolean isOfBranch(WorkflowEvent event, Map<?, ?> filter) {
            return !(filter.get("branches") instanceof List<?> branches)
                    || branches.contains(event.ref().replaceFirst("^refs/heads/", ""));
        }

        private boolean isOfPath(WorkflowEvent event, Map<?, ?> filter) {
            return !(filter.get("paths") instanceof List<?> patterns)
                    || changed(event).stream()
                            .anyMatch(
                                    file -> patterns.stream().anyMatch(pattern -> fits(file, String.valueOf(pattern))));
        }

        private List<String> changed(WorkflowEvent event) {
            var before = String.valueOf(event.payload().get("before"));
            return before.matches("0+")
                    ? git(bare, "ls-tree", "-r", "--name-only", event.sha())
                            .lines()
                            .toList()
                    : git(bare, "diff", "--name-only", before, event.sha())
                            .lines()
                            .toList();
        }

        private static boolean fits(String file, String pattern) {
            return file.matches(Pattern.quote(pattern)
                    .replace("**", "\\E.*\\Q")
                    .replaceAll("(?<!\\.)\\*(?!\\\\Q)", "\\\\E[^/]*\\\\Q"));
        }
    }
}
