package dev.muster.lock.format;

import dev.muster.model.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A stream whose first bytes are hashed while it is read: those of a long one in a thread of their own, because hashing a
 * record takes as long as reading what it says. A block is handed on before its first byte is given out, and is filled again
 * only when it is hashed. Closing it ends the thread.
 */
final class HashedInput extends InputStream {
    /** Some fifty entries; for less, a thread costs more than it brings. */
    static final int BLOCK = 128 * 1024;

    private static final int BLOCKS = 8;

    private final InputStream in;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(HashedInput::thread);
    private final Executor hasher;
    private final MessageDigest hash = Sha256.hash();
    private final byte[][] blocks = new byte[BLOCKS][];
    private final CompletableFuture<?>[] hashed = new CompletableFuture<?>[BLOCKS];
    private long left;
    private int current;
    private int at;
    private int end;

    /** The digest is that of the first {@code covered} bytes, or of all where there are fewer. */
    HashedInput(InputStream in, long covered) {
        this.in = in;
        this.left = Math.max(0, covered);
        this.hasher = covered > BLOCK ? thread : Runnable::run;
        Arrays.fill(hashed, CompletableFuture.completedFuture(null));
    }

    private static Thread thread(Runnable task) {
        var thread = new Thread(task, "digest");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (at == end) {
            fill();
        }
        int count = Math.min(length, end - at);
        System.arraycopy(blocks[current], at, bytes, offset, count);
        at += count;
        return count == 0 && length > 0 ? -1 : count;
    }

    private void fill() throws IOException {
        current = (current + 1) % BLOCKS;
        hashed[current].join();
        if (blocks[current] == null) {
            blocks[current] = new byte[BLOCK];
        }
        at = 0;
        end = Math.max(0, in.read(blocks[current]));
        handOn(blocks[current], (int) Math.min(left, end));
    }

    private void handOn(byte[] block, int covered) {
        left -= covered;
        hashed[current] = CompletableFuture.runAsync(() -> hash.update(block, 0, covered), hasher);
    }

    /** To be asked for once, after the last byte was read. */
    Sha256 digest() {
        CompletableFuture.allOf(hashed).join();
        return Sha256.of(hash);
    }

    /** What was handed on is still hashed: a parser closes its input at its end, before the digest is asked for. */
    @Override
    public void close() throws IOException {
        thread.shutdown();
        in.close();
    }
}
