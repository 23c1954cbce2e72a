package dev.muster.cli;

import dev.muster.diagnostic.EnvironmentException;
import dev.muster.model.Sha256;
import dev.muster.report.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which files were imported from this computer, one line each, so that the same file is not imported twice by accident. It
 * is a help, not a record: the digest of a file, when, and SeaX's job; nothing about people.
 */
final class ImportLog {
    private final Path file;

    ImportLog(Path campaigns, String workspace) {
        this.file = campaigns.resolve(".muster").resolve(workspace + ".imports.jsonl");
    }

    /** An import of earlier days. */
    record Earlier(Instant at, String job) {}

    /** The last time that this very content was imported. */
    Optional<Earlier> last(Sha256 digest) {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try (var lines = Files.lines(OutputFile.requireNoLink(file))) {
            return lines.flatMap(ImportLog::entry)
                    .filter(entry -> entry.path("digest").asString("").equals(digest.value()))
                    .map(entry -> new Earlier(
                            Instant.parse(entry.path("at").asString("")),
                            entry.path("job").asString("")))
                    .reduce((first, second) -> second);
        } catch (IOException e) {
            throw new EnvironmentException("the list of imports cannot be read: " + e.getMessage(), e);
        }
    }

    /** A line that was cut by a crash says nothing. */
    private static Stream<JsonNode> entry(String line) {
        try {
            return Stream.of(JsonMapper.shared().readTree(line));
        } catch (JacksonException e) {
            return Stream.empty();
        }
    }

    void add(Sha256 digest, Instant at, String job, int rows) {
        var line = Json.line(Json.object()
                .put("at", at.toString())
                .put("digest", digest.value())
                .put("job", job)
                .put("rows", rows));
        try {
            Files.createDirectories(file.getParent());
            OutputFile.write(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new EnvironmentException(
                    "the file was imported (" + job + "), but that cannot be noted: " + e.getMessage(), e);
        }
    }

    static Sha256 digest(Path contacts) {
        try (var in = new DigestInputStream(Files.newInputStream(contacts), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return new Sha256(
                    "sha256:" + HexFormat.of().formatHex(in.getMessageDigest().digest()));
        } catch (IOException e) {
            throw new EnvironmentException("the file cannot be read: " + e.getMessage(), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
