package dev.muster.ci.player;

import dev.muster.testing.Repositories;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * {@code actions/checkout} of version 5, as its sources do it (git-source-provider, ref-helper, git-auth-helper): what lies there
 * is cleaned where it is the same repository and deleted where not; a branch is checked out as one, a commit or a merge of a
 * pull request without a branch; the token is a header in the clone's own configuration, until the job ends.
 */
record Checkout(JobRun job, Map<String, String> with) {
    void play() {
        var folder = job.runner().work().resolve(with.getOrDefault("path", ".")).normalize();
        HubFiles.folder(folder);
        prepare(folder);
        var key = "http." + job.hub().url() + "/.extraheader";
        git(folder, "config", "--local", key, "AUTHORIZATION: basic " + basic());
        fetch(folder);
        if (with.getOrDefault("persist-credentials", "true").equals("false")) {
            git(folder, "config", "--local", "--unset-all", key);
        } else {
            job.atTheEnd(() -> git(folder, "config", "--local", "--unset-all", key));
        }
    }

    private void prepare(Path folder) {
        var url = job.hub().url() + "/" + FakeHub.NAME;
        if (Files.isDirectory(folder.resolve(".git"))
                && git(folder, "config", "--get", "remote.origin.url").equals(url)) {
            git(folder, "checkout", "-q", "--detach");
            git(folder, "clean", "-ffdxq");
            git(folder, "reset", "-q", "--hard", "HEAD");
        } else {
            HubFiles.empty(folder);
            git(folder, "init", "-q", ".");
            git(folder, "remote", "add", "origin", url);
            git(folder, "config", "--local", "gc.auto", "0");
        }
    }

    private String basic() {
        var token = with.getOrDefault("token", job.token().value());
        return Base64.getEncoder().encodeToString(("x-access-token:" + token).getBytes(StandardCharsets.UTF_8));
    }

    private void fetch(Path folder) {
        var ref = with.getOrDefault("ref", "");
        int depth = Integer.parseInt(with.getOrDefault("fetch-depth", "1"));
        var event = job.event();
        if (ref.isEmpty()) {
            fetch(folder, depth, event.sha(), tracking(event.ref()));
            checkOut(folder, tracking(event.ref()), event.ref());
        } else if (ref.matches("[0-9a-f]{40}")) {
            fetch(folder, depth, ref, "");
            git(folder, "checkout", "-q", "--force", ref);
        } else {
            var full = ref.startsWith("refs/") ? ref : "refs/heads/" + ref;
            fetch(folder, depth, full, tracking(full));
            checkOut(folder, tracking(full), full);
        }
    }

    private static String tracking(String ref) {
        return ref.startsWith("refs/heads/")
                ? "refs/remotes/origin/" + ref.substring("refs/heads/".length())
                : ref.replaceFirst("^refs/", "refs/remotes/");
    }

    private void fetch(Path folder, int depth, String what, String to) {
        var command = new ArrayList<>(
                List.of("-c", "protocol.version=2", "fetch", "-q", "--no-tags", "--prune", "--no-recurse-submodules"));
        command.addAll(depth > 0 ? List.of("--depth=" + depth, "origin") : List.of("origin"));
        if (depth == 0) {
            command.add("+refs/heads/*:refs/remotes/origin/*");
        }
        if (depth > 0 || !to.startsWith("refs/remotes/origin/")) {
            command.add(to.isEmpty() ? what : "+" + what + ":" + to);
        }
        git(folder, command.toArray(String[]::new));
        if (depth == 0 && to.startsWith("refs/remotes/origin/")) {
            git(folder, "update-ref", to, what);
        }
    }

    private static void checkOut(Path folder, String tracking, String ref) {
        if (ref.startsWith("refs/heads/")) {
            git(folder, "checkout", "-q", "--force", "-B", ref.substring("refs/heads/".length()), tracking);
        } else {
            git(folder, "checkout", "-q", "--force", tracking);
        }
    }

    /** The action trusts the folder that it was told to fill, whoever owns it. */
    private static String git(Path folder, String... arguments) {
        try {
            return Repositories.git(
                    folder,
                    Stream.concat(Stream.of("-c", "safe.directory=*"), Arrays.stream(arguments))
                            .toArray(String[]::new));
        } catch (AssertionError refused) {
            throw new StepRun.StepFailed(String.valueOf(refused.getMessage()));
        }
    }
}
