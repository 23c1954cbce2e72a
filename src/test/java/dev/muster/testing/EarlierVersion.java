package dev.muster.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.postgresql.PGConnection;

/** The folders that Muster 0.1 left, in {@code src/test/resources/written-by-0.1}; {@code make.sh} there says how. */
public final class EarlierVersion {
    private static final Path FOLDERS = Path.of("src/test/resources/written-by-0.1");
    private static final List<String> TABLES =
            List.of("muster_schema", "muster_head", "muster_history", "muster_current", "muster_holder");

    private EarlierVersion() {}

    /** Every file that 0.1 wrote with a name like this, such as {@code .lock.json}. */
    public static List<Path> files(String ending) {
        try (var files = Files.walk(FOLDERS)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Copies one of the folders, to work on. */
    public static Path copy(String name, Path to) throws IOException {
        var from = FOLDERS.resolve(name);
        try (Stream<Path> files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        assertThat(to.resolve("campaigns")).as(name).isDirectory();
        return to;
    }

    /** Puts the tables that a folder has as {@code *.tsv} into an empty schema. */
    public static void database(Path folder, String url) throws IOException {
        try (var connection =
                DriverManager.getConnection("jdbc:" + url.replaceFirst("//[^@]*@", "//"), "postgres", "")) {
            try (var statement = connection.createStatement()) {
                statement.execute(Files.readString(folder.resolve("schema.sql")));
            }
            var copies = connection.unwrap(PGConnection.class).getCopyAPI();
            for (var table : TABLES) {
                try (var rows = Files.newInputStream(folder.resolve(table + ".tsv"))) {
                    copies.copyIn("COPY " + table + " FROM STDIN", rows);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
