package dev.muster.cli.contacts;

import dev.muster.diagnostic.EnvironmentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * A file of contacts that can be read more than once. What can be read only once, such as {@code /dev/stdin} or a named
 * pipe, is copied first; the copy is readable by its owner only and is deleted at the end.
 */
record ContactSource(Path path, Optional<Path> copy) implements AutoCloseable {
    /** Opens a file; {@code name} is how the user typed it. */
    static ContactSource of(Path path, Path name) {
        if (Files.isDirectory(path)) {
            throw new EnvironmentException(name + " is a folder: name a CSV file");
        }
        if (!Files.exists(path)) {
            throw new EnvironmentException("there is no file " + name);
        }
        return Files.isRegularFile(path) ? new ContactSource(path, Optional.empty()) : copied(path, name);
    }

    private static ContactSource copied(Path path, Path name) {
        var copy = temporary();
        try (var in = Files.newInputStream(path)) {
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
            return new ContactSource(copy, Optional.of(copy));
        } catch (IOException e) {
            delete(copy);
            throw new EnvironmentException(name + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** A file readable by its owner only, as Java makes temporary files. */
    static Path temporary() {
        try {
            return Files.createTempFile("muster-contacts-", ".csv");
        } catch (IOException e) {
            throw new EnvironmentException("a temporary file cannot be made: " + e.getMessage(), e);
        }
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new EnvironmentException(
                    "the temporary file " + file + " holds contacts and cannot be deleted: remove it", e);
        }
    }

    @Override
    public void close() {
        copy.ifPresent(ContactSource::delete);
    }
}
