package dev.muster.definition;

import dev.muster.diagnostic.Checked;
import dev.muster.diagnostic.DecodedText;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.EnvironmentException;
import dev.muster.diagnostic.Place;
import dev.muster.diagnostic.Rule;
import dev.muster.diagnostic.YamlRule;
import dev.muster.model.ParallelMap;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/**
 * Reads the YAML files below a folder, sorted by path. It leaves the folder by no link, holds no file in memory that is
 * larger than a definition can be, and repairs no encoding: what is reviewed in git is what is read here. Files and
 * folders whose name starts with a dot are not definitions.
 */
public final class DefinitionFiles {
    /** No definition comes near; a parser that is fed megabytes works for seconds before it gives up. */
    public static final int LARGEST_FILE = 256 * 1024;

    /** More files than this is a wrong folder, not a campaign repository. */
    public static final int MOST_FILES = 20_000;

    private final Path folder;
    private final Path shown;
    private final SortedMap<String, Path> paths = new TreeMap<>();
    private final UnreadFiles unread = new UnreadFiles();
    private final List<Diagnostic> findings = new ArrayList<>();

    private DefinitionFiles(Path folder, Path shown) {
        this.folder = folder;
        this.shown = shown;
    }

    /**
     * All definitions below the folder, with findings and files under the name that the user gave it. A file that cannot be
     * used is a finding and left out; a missing folder throws.
     */
    public static Checked<List<SourceFile>> read(Path folder, Path shown) {
        return each(folder, shown, file -> file);
    }

    /**
     * What is made of each definition, as it is read: no more texts are held than are in work. It is called from more than
     * one thread.
     */
    static <T> Checked<List<T>> each(Path folder, Path shown, Function<SourceFile, T> use) {
        return new DefinitionFiles(folder, shown).each(use);
    }

    private <T> Checked<List<T>> each(Function<SourceFile, T> use) {
        find();
        if (paths.size() > MOST_FILES) {
            var message = "more than " + String.format(Locale.ROOT, "%,d", MOST_FILES) + " YAML files";
            findings.add(YamlRule.TOO_MANY_FILES.at(Place.of(typed(Path.of(""))), message));
            return Checked.failed(findings);
        }
        var read = ParallelMap.map(
                List.copyOf(paths.entrySet()), path -> file(path).then(file -> made(use, file)));
        read.forEach(checked -> findings.addAll(checked.diagnostics()));
        return Checked.of(
                read.stream().flatMap(checked -> checked.value().stream()).toList(), findings);
    }

    private static <T> Checked<T> made(Function<SourceFile, T> use, SourceFile file) {
        return Checked.of(use.apply(file), List.of());
    }

    private void find() {
        if (!Files.isDirectory(folder)) {
            throw new EnvironmentException("there is no folder `" + typed(Path.of(""))
                    + "`; run `muster init` to make one, or name yours with `--dir`");
        }
        try {
            // The folder itself may be a link, since the user named it; resolving it here keeps all others out.
            Files.walkFileTree(folder.toRealPath(), new Visitor(folder.toRealPath()));
        } catch (IOException e) {
            throw unreadable(typed(Path.of("")), e);
        }
    }

    /** Whether a file of this name, from the folder, would be read. */
    public static boolean isRead(Path below) {
        return SourceFile.isYaml(name(below))
                && StreamSupport.stream(below.spliterator(), false).noneMatch(DefinitionFiles::isHidden);
    }

    private final class Visitor extends SimpleFileVisitor<Path> {
        private final Path root;

        private Visitor(Path root) {
            this.root = root;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            return !directory.equals(root) && UnreadFiles.isOfAProgram(directory)
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            var below = root.relativize(file);
            var path = folder.resolve(below).normalize();
            var name = typed(below);
            if (!isRead(below) && !Files.isDirectory(file)) {
                unread.look(file).ifPresent(why -> warn(name, why));
                return FileVisitResult.CONTINUE;
            }
            if (attributes.isSymbolicLink() && (isYaml(file) || Files.isDirectory(file))) {
                refuse(YamlRule.SYMLINK, name, "a symbolic link is not followed", "put the file itself here");
            } else if (isYaml(file) && !attributes.isRegularFile() && !attributes.isSymbolicLink()) {
                refuse(YamlRule.NOT_A_FILE, name, "this is not a regular file", "put a YAML file here");
            } else if (isYaml(file) && !attributes.isSymbolicLink()) {
                paths.put(name, path);
            }
            return paths.size() > MOST_FILES ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
        }
    }

    private Checked<SourceFile> file(Map.Entry<String, Path> path) {
        return SourceFile.of(path.getKey(), bytes(path.getKey(), path.getValue()));
    }

    /** At most one byte more than a definition may have, whatever the file has become since it was found. */
    private byte[] bytes(String name, Path path) {
        var options = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
        try (var stream = Channels.newInputStream(Files.newByteChannel(path, options))) {
            return stream.readNBytes(LARGEST_FILE + 1);
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    private void warn(String name, String message) {
        findings.add(YamlRule.NOT_READ.at(Place.of(name), message));
    }

    private void refuse(Rule rule, String name, String message, String help) {
        findings.add(rule.at(Place.of(name), message, help));
    }

    private static EnvironmentException unreadable(String path, IOException cause) {
        return new EnvironmentException("`" + path + "` cannot be read (" + cause + "); check its permissions", cause);
    }

    private static boolean isHidden(Path path) {
        return name(path).startsWith(".");
    }

    private static boolean isYaml(Path path) {
        return SourceFile.isYaml(name(path));
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    /** With forward slashes on every system, so that findings and approved files are the same everywhere. */
    private String typed(Path below) {
        return DecodedText.marked(shown.resolve(below).toString().replace('\\', '/'), DecodedText.isUtf8());
    }
}
