package dev.muster.sandbox.world;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;

/**
 * The file of events, one line for each transaction. A transaction has happened when its line, newline included, is on
 * the disk; a last line without a newline is what a killed process left behind, and is dropped.
 */
final class EventLog implements AutoCloseable {
    private static final String RESET = "[{\"event\":\"reset\"}]";

    private final Path file;
    private final FileChannel channel;
    private long consumed;

    private EventLog(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static EventLog open(Path folder) throws IOException {
        Files.createDirectories(folder);
        var file = folder.resolve("events.jsonl");
        return new EventLog(
                file,
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
    }

    /** Keeps other processes from writing until it is closed. */
    FileLock lock() throws IOException {
        return channel.lock();
    }

    /** The transactions that were written since the last look, by whichever process. */
    List<List<Event>> unread() throws IOException {
        var lines = completeLines();
        int first = lines.lastIndexOf(RESET);
        var transactions = new ArrayList<List<Event>>();
        for (var line : lines.subList(Math.max(first, 0), lines.size())) {
            transactions.add(parse(line));
        }
        return transactions;
    }

    /** Adds a transaction durably. Only under {@link #lock()}, and after {@link #unread()} found the end. */
    void append(List<Event> transaction) throws IOException {
        channel.truncate(consumed);
        var bytes = ByteBuffer.wrap((line(transaction) + "\n").getBytes(StandardCharsets.UTF_8));
        channel.position(consumed);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(true);
        consumed = channel.position();
    }

    /** Goes to the end without understanding what is there. */
    void skip() throws IOException {
        completeLines();
    }

    /** Reads from the start again at the next look. */
    void rewind() {
        consumed = 0;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private List<String> completeLines() throws IOException {
        var rest = rest();
        int end = rest.length;
        while (end > 0 && rest[end - 1] != '\n') {
            end--;
        }
        consumed += end;
        return new String(rest, 0, end, StandardCharsets.UTF_8).lines().toList();
    }

    private byte[] rest() throws IOException {
        var bytes = new ByteArrayOutputStream();
        var buffer = ByteBuffer.allocate(64 * 1024);
        for (int read = 1; read > 0; ) {
            read = channel.read(buffer.clear(), consumed + bytes.size());
            bytes.write(buffer.array(), 0, Math.max(read, 0));
        }
        return bytes.toByteArray();
    }

    private List<Event> parse(String line) throws IOException {
        try {
            return List.of(SandboxJson.MAPPER.readValue(line, Event[].class));
        } catch (JacksonException damaged) {
            throw new IOException(
                    "the sandbox's record " + file + " is damaged; a reset of the sandbox starts afresh", damaged);
        }
    }

    private static String line(List<Event> transaction) {
        return SandboxJson.MAPPER
                .writerFor(SandboxJson.MAPPER.getTypeFactory().constructCollectionType(List.class, Event.class))
                .writeValueAsString(transaction);
    }
}
