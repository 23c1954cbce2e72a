package dev.muster.lock.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.muster.model.Sha256;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60) // a digest that is never finished must fail a build, not stop it
@DisplayNameGeneration(ReplaceUnderscores.class)
class HashedInputTest {
    private static final int BLOCK = HashedInput.BLOCK;

    @ParameterizedTest(name = "{0} bytes")
    @ValueSource(ints = {0, 1, 1000, BLOCK - 1, BLOCK, BLOCK + 1, 3 * BLOCK, 40 * BLOCK + 7})
    void gives_out_every_byte_and_digests_those_that_are_covered(int size) throws IOException {
        var bytes = bytes(size);
        for (int covered : new int[] {0, size / 2, Math.max(0, size - 84), size, size + 5}) {
            try (var in = new HashedInput(new ByteArrayInputStream(bytes), covered)) {
                assertThat(in.readAllBytes()).isEqualTo(bytes);
                assertThat(in.read()).isEqualTo(-1);
                assertThat(in.digest()).isEqualTo(digest(bytes, Math.min(size, covered)));
            }
        }
    }

    @Test
    void does_so_from_a_stream_that_gives_little_at_a_time() throws IOException {
        var bytes = bytes(5 * BLOCK);
        try (var in = new HashedInput(new Trickle(bytes), 4 * BLOCK + 3)) {
            assertThat(in.readAllBytes()).isEqualTo(bytes);
            assertThat(in.digest()).isEqualTo(digest(bytes, 4 * BLOCK + 3));
        }
    }

    @Test
    void has_its_digest_also_when_it_was_closed_before() throws IOException {
        var bytes = bytes(40 * BLOCK);
        var in = new HashedInput(new ByteArrayInputStream(bytes), bytes.length);
        in.readAllBytes();
        in.close();
        assertThat(in.digest()).isEqualTo(digest(bytes, bytes.length));
    }

    @Test
    void has_its_digest_also_in_a_thread_that_was_interrupted() throws IOException {
        var bytes = bytes(40 * BLOCK);
        try (var in = new HashedInput(new ByteArrayInputStream(bytes), bytes.length)) {
            Thread.currentThread().interrupt();
            assertThat(in.readAllBytes()).isEqualTo(bytes);
            assertThat(in.digest()).isEqualTo(digest(bytes, bytes.length));
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void may_be_given_up_in_the_middle() throws IOException {
        var in = new HashedInput(new ByteArrayInputStream(bytes(40 * BLOCK)), 40L * BLOCK);
        assertThat(in.skip(3 * BLOCK)).isPositive();
        in.close();
    }

    @Test
    void what_the_disk_says_reaches_the_reader() throws IOException {
        var broken = new FilterInputStream(new ByteArrayInputStream(bytes(BLOCK))) {
            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                throw new IOException("the disk is gone");
            }
        };
        try (var in = new HashedInput(broken, 40L * BLOCK)) {
            assertThatIOException().isThrownBy(in::read).withMessage("the disk is gone");
        }
    }

    private static byte[] bytes(int size) {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private static Sha256 digest(byte[] bytes, int covered) {
        var hash = Sha256.hash();
        hash.update(Arrays.copyOf(bytes, covered));
        return Sha256.of(hash);
    }

    /** At most a thousand bytes at once. */
    private static final class Trickle extends FilterInputStream {
        Trickle(byte[] bytes) {
            super(new ByteArrayInputStream(bytes));
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return super.read(bytes, offset, Math.min(length, 1000));
        }
    }
}
