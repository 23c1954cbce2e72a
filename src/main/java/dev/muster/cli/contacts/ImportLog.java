package dev.muster.cli.contacts;

import dev.muster.cli.command.OutputFile;
import dev.muster.diagnostic.EnvironmentException;
import dev.muster.model.Sha256;
import dev.muster.report.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which files were imported from this computer, one line each, so that the same file is not imported twice by accident. It
 * is a help, not a record: the digest of a file, when, and SeaX's job; nothing about people.
 */
final class ImportLog {
    private final Path file;

    ImportLog(Path campaigns, String workspace) {
        this.file = campaigns.resolve(".muster").resolve(workspace + ".imports.jsonl");
    }

    private static final String BEGUN = "begun";
    private static final String NOT_TAKEN = "not taken";

    /** An import of earlier days; without a job nobody knows whether SeaX took the file. */
    record Earlier(Instant at, Optional<String> job) {
        private static Earlier of(JsonNode entry) {
            return new Earlier(
                    Instant.parse(entry.path("at").asString("")),
                    Optional.of(entry.path("job").asString("")).filter(job -> !job.isEmpty()));
        }
    }

    /** The last time that this very content was imported, or handed over with an unknown outcome. */
    Optional<Earlier> last(Sha256 digest) {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try (var lines = Files.lines(OutputFile.requireNoLink(file))) {
            var imports = new ArrayDeque<Earlier>();
            lines.flatMap(ImportLog::entry)
                    .filter(entry -> entry.path("digest").asString("").equals(digest.value()))
                    .forEach(entry -> take(entry, imports));
            return Optional.ofNullable(imports.peekLast());
        } catch (IOException | UncheckedIOException e) {
            throw new EnvironmentException("the list of imports cannot be read: " + e.getMessage(), e);
        }
    }

    /** What ends an upload takes the place of what began it. */
    private static void take(JsonNode entry, ArrayDeque<Earlier> imports) {
        var state = entry.path("state").asString("");
        if (!state.equals(BEGUN)
                && !imports.isEmpty()
                && imports.getLast().job().isEmpty()) {
            imports.removeLast();
        }
        if (!state.equals(NOT_TAKEN)) {
            imports.add(Earlier.of(entry));
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

    /** An upload begins: what becomes of it is unknown until another line says so. */
    void begin(Sha256 digest, Instant at, int rows) {
        write(line(digest, at, "", rows).put("state", BEGUN), "nothing was uploaded");
    }

    /** SeaX provably did not take the file. */
    void notTaken(Sha256 digest, Instant at, int rows) {
        write(line(digest, at, "", rows).put("state", NOT_TAKEN), "SeaX did not take the file");
    }

    void add(Sha256 digest, Instant at, String job, int rows) {
        write(line(digest, at, job, rows), "the file was imported (" + job + ")");
    }

    private static ObjectNode line(Sha256 digest, Instant at, String job, int rows) {
        return Json.object()
                .put("at", at.toString())
                .put("digest", digest.value())
                .put("job", job)
                .put("rows", rows);
    }

    private void write(ObjectNode line, String what) {
        try {
            Files.createDirectories(file.getParent());
            var entry = isCut() ? "\n" + Json.line(line) : Json.line(line);
            OutputFile.write(file, entry, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new EnvironmentException(what + ", but that cannot be noted: " + e.getMessage(), e);
        }
    }

    /** Whether a crash cut the last line: what follows must not become part of it. */
    private boolean isCut() throws IOException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (var bytes = Files.newByteChannel(OutputFile.requireNoLink(file))) {
            var last = ByteBuffer.allocate(1);
            return bytes.size() > 0 && bytes.position(bytes.size() - 1).read(last) == 1 && last.get(0) != '\n';
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
