package dev.muster.check;

import dev.muster.definition.DefinitionFiles;
import dev.muster.definition.DefinitionReader;
import dev.muster.definition.Definitions;
import dev.muster.definition.SourceFile;
import dev.muster.diagnostic.Checked;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Definitions for tests: the three stations of {@code validate}, over files or over text. */
public final class Folder {
    private static final Path FIXTURES = Path.of("src/test/resources/definitions");

    private Folder() {}

    /** A folder as it is on disk. */
    public static Checked<Definitions> at(Path folder) {
        return check(DefinitionFiles.read(folder, folder));
    }

    /** One document under a file name, beside the project of the fixtures unless it is a project itself. */
    public static Checked<Definitions> of(String name, String yaml) {
        var files = new ArrayList<SourceFile>();
        if (!yaml.contains("kind: project")) {
            files.add(project());
        }
        files.add(new SourceFile(name, yaml));
        return of(files);
    }

    public static Checked<Definitions> of(List<SourceFile> files) {
        return check(Checked.of(files, List.of()));
    }

    public static SourceFile project() {
        try {
            return new SourceFile("muster.yaml", Files.readString(FIXTURES.resolve("muster.yaml")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every entry of {@code ok} or {@code err}: a file or a folder. */
    static List<Path> fixtures(String folder) {
        try (var entries = Files.list(FIXTURES.resolve(folder))) {
            return entries.filter(
                            path -> Files.isDirectory(path) || path.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Checked<Definitions> check(Checked<List<SourceFile>> files) {
        var read = new DefinitionReader().readAll(files);
        return read.then(new Checker()::check);
    }
}
