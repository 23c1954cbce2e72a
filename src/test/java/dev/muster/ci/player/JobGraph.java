package dev.muster.ci.player;

import dev.muster.ci.Workflow;
import dev.muster.ci.Workflow.Job;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which job of a workflow waits for which, and in which environment it is. */
record JobGraph(Workflow workflow) {
    static List<String> needs(Job job) {
        var needs = job.body().get("needs");
        return needs instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : Optional.ofNullable(needs).map(String::valueOf).stream().toList();
    }

    /** What it needs, and what that needs. */
    Stream<String> ancestors(Job job) {
        return needs(job).stream().flatMap(name -> Stream.concat(Stream.of(name), ancestors(job(name))));
    }

    /** A job behind all that it waits for. */
    List<Job> upTo(String name) {
        return Stream.concat(ancestors(job(name)), Stream.of(name))
                .distinct()
                .map(this::job)
                .toList();
    }

    /** What the token of a job may; for a fork it never writes. */
    Map<String, String> permissions(Job job, boolean isFromFork) {
        var named = job.body().containsKey("permissions")
                ? job.permissions()
                : Workflow.map(workflow.root().get("permissions"));
        return named.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> String.valueOf(entry.getKey()),
                        entry -> isFromFork ? "read" : String.valueOf(entry.getValue())));
    }

    private Job job(String name) {
        return workflow.jobs().stream()
                .filter(job -> job.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static String environment(Job job) {
        return job.body().get("environment") instanceof Map<?, ?> named
                ? Workflow.text(named, "name")
                : job.text("environment");
    }
}
