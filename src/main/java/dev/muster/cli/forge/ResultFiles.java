package dev.muster.cli.forge;

import dev.muster.diagnostic.EnvironmentException;
import dev.muster.diagnostic.FileErrors;
import dev.muster.forge.JobEnd;
import dev.muster.forge.JobResults;
import dev.muster.forge.ResultFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What jobs left: files, and folders with files of several jobs. No link is followed. */
record ResultFiles(List<Path> files) {
    /** More of one file is not read. */
    static final int LARGEST = 16 << 20;

    private static final int DEEPEST = 8;
    private static final Pattern LEFT = Pattern.compile("[a-z0-9-]{1,64}\\.lock\\.(answers|rescue\\.json)");

    static ResultFiles in(Collection<Path> paths) {
        return new ResultFiles(paths.stream().flatMap(ResultFiles::below).toList());
    }

    /** A job that was let begin may never be heard of again; one that was not let begin left no folder. */
    private static Stream<Path> below(Path path) {
        if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) ? Stream.of(path) : Stream.empty();
        }
        try (var walk = Files.walk(path, DEEPEST)) {
            return walk.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)).sorted().toList().stream();
        } catch (IOException | UncheckedIOException e) {
            throw new EnvironmentException("What the jobs found cannot be read: " + e.getMessage(), e);
        }
    }

    /** All of it, for this attempt of a run. */
    JobResults of(Optional<String> workspace, List<JobEnd> ended, long attempt) {
        return new JobResults(workspace.orElse(""), ended, begun(attempt), left(attempt), results());
    }

    /** The results that are not empty. */
    private List<ResultFile> results() {
        return files.stream()
                .filter(file -> name(file).endsWith(".md") && hasContent(file))
                .map(file -> new ResultFile(name(file), () -> text(file)))
                .toList();
    }

    /** The jobs that said in this attempt that they begin: by a file such as {@code begun-production-1/apply-begun}. */
    private Set<String> begun(long attempt) {
        return files.stream()
                .filter(file -> isBelow("begun", attempt, file))
                .map(ResultFiles::name)
                .filter(name -> name.endsWith("-begun"))
                .map(name -> name.substring(0, name.length() - "-begun".length()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * What this attempt found of an earlier job that died on the same machine: a folder such as {@code
     * left-before-production-1}.
     */
    private List<String> left(long attempt) {
        return files.stream()
                .filter(file -> isBelow("left-before", attempt, file)
                        && LEFT.matcher(name(file)).matches())
                .map(ResultFiles::name)
                .sorted()
                .toList();
    }

    /** Names of artifacts hold the workspace, and the attempt of the run, which may have been tried before. */
    private static boolean isBelow(String artifact, long attempt, Path file) {
        var name = Pattern.compile(artifact + "-(?:[a-z0-9-]+-)?" + attempt).asMatchPredicate();
        return file.getParent() != null
                && StreamSupport.stream(file.getParent().spliterator(), false)
                        .anyMatch(part -> name.test(part.toString()));
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static boolean hasContent(Path file) {
        try {
            return Files.size(file) > 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static String text(Path file) {
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return new String(in.readNBytes(LARGEST), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "This result cannot be read: " + FileErrors.reason(e);
        }
    }
}
