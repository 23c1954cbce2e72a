package dev.muster.ci.player;

import dev.muster.ci.player.StepRun.StepFailed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The artifacts of one run, kept until their time is over, as {@code actions/upload-artifact} and {@code download-artifact} of
 * version 4 do it: a name is taken once, unless the step says that it replaces; what begins with a dot stays out.
 */
final class Artifacts {
    private final Map<String, Kept> kept = new TreeMap<>();
    private final Path place;
    private final Clock clock;

    private record Kept(Path folder, Instant until) {}

    Artifacts(Path place, Clock clock) {
        this.place = place;
        this.clock = clock;
    }

    /** Takes what fits the patterns, one a line; how many files that is. */
    synchronized int upload(String name, List<String> patterns, Path work, boolean overwrite, int days) {
        var roots =
                patterns.stream().map(pattern -> root(work.resolve(pattern))).toList();
        var files = patterns.stream()
                .flatMap(pattern -> expanded(work.resolve(pattern)).stream())
                .flatMap(Artifacts::files)
                .distinct()
                .toList();
        if (files.isEmpty()) {
            return 0;
        }
        if (kept.containsKey(name) && !overwrite) {
            throw new StepFailed("(409) Conflict: an artifact with this name already exists on the workflow run");
        }
        keep(name, common(roots), files, days);
        return files.size();
    }

    private void keep(String name, Path root, List<Path> files, int days) {
        var folder = place.resolve(name + "." + kept.size());
        for (var file : files) {
            copy(file, folder.resolve(root.relativize(file)));
        }
        kept.put(name, new Kept(folder, clock.instant().plus(Duration.ofDays(days))));
    }

    synchronized void download(String name, Path to) {
        var found = kept.get(name);
        if (found == null || found.until().isBefore(clock.instant())) {
            throw new StepFailed("Unable to download artifact(s): Artifact not found for name: " + name);
        }
        files(found.folder())
                .forEach(file -> copy(file, to.resolve(found.folder().relativize(file))));
    }

    synchronized void downloadAll(Path to) {
        kept.forEach((name, found) -> {
            if (!found.until().isBefore(clock.instant())) {
                download(name, to.resolve(name));
            }
        });
    }

    /** All that was ever kept, as anybody could read it. */
    synchronized String text() {
        var text = new StringBuilder();
        kept.values().stream()
                .flatMap(found -> files(found.folder()))
                .forEach(file -> text.append(HubFiles.read(file)));
        return text.toString();
    }

    synchronized List<String> names() {
        return List.copyOf(kept.keySet());
    }

    /** The part of a pattern before its first wildcard; of a file, its folder. */
    private static Path root(Path pattern) {
        var root = pattern.getRoot();
        for (var part : pattern) {
            if (part.toString().contains("*")) {
                return root;
            }
            root = root.resolve(part);
        }
        return Files.isDirectory(root) ? root : Objects.requireNonNull(root.getParent());
    }

    private static Path common(List<Path> roots) {
        var common = roots.get(0);
        for (var root : roots) {
            while (!root.startsWith(common)) {
                common = Objects.requireNonNull(common.getParent());
            }
        }
        return common;
    }

    private static List<Path> expanded(Path pattern) {
        var found = new ArrayList<>(List.of(pattern.getRoot()));
        for (var part : pattern) {
            var next = found.stream()
                    .flatMap(folder -> children(folder, part.toString()))
                    .toList();
            found.clear();
            found.addAll(next);
        }
        return found;
    }

    private static Stream<Path> children(Path folder, String part) {
        if (!part.contains("*")) {
            return Stream.of(folder.resolve(part)).filter(Files::exists);
        }
        var matcher = FileSystems.getDefault().getPathMatcher("glob:" + part);
        return list(folder)
                .filter(child -> matcher.matches(child.getFileName()))
                .filter(child -> !child.getFileName().toString().startsWith("."));
    }

    private static Stream<Path> list(Path folder) {
        try (var children = Files.list(folder)) {
            return children.sorted().toList().stream();
        } catch (IOException none) {
            return Stream.of();
        }
    }

    private static Stream<Path> files(Path path) {
        return Files.isDirectory(path)
                ? list(path)
                        .filter(child -> !child.getFileName().toString().startsWith("."))
                        .flatMap(Artifacts::files)
                : Stream.of(path);
    }

    private static void copy(Path from, Path to) {
        try {
            Files.createDirectories(to.getParent());
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
