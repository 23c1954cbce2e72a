package dev.muster.model;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;

/**
 * The people whom one send was approved for, each as 64 bits of their number under the key of the workspace: whether
 * somebody is among them can be told, and who they are cannot without the key. {@code check} tells whether it was made with
 * the key of today.
 *
 * <p>{@code hashes} is the text form: eight bytes a person, sorted, in base64.
 */
public record KeyedRoster(String check, String hashes) {
    /** A text of another form is an {@link IllegalArgumentException}. */
    public KeyedRoster {
        var sorted = decoded(hashes);
        for (int i = 1; i < sorted.length; i++) {
            if (sorted[i - 1] >= sorted[i]) {
                throw new IllegalArgumentException("not a list of people: its hashes are not sorted");
            }
        }
    }

    /** The list of these hashes, made with the key that {@code hash} has. */
    public static KeyedRoster of(Collection<Long> people, KeyedHash hash) {
        var sorted =
                people.stream().mapToLong(Long::longValue).distinct().sorted().toArray();
        var bytes = ByteBuffer.allocate(Long.BYTES * sorted.length);
        Arrays.stream(sorted).forEach(bytes::putLong);
        return new KeyedRoster(hash.check(), Base64.getEncoder().encodeToString(bytes.array()));
    }

    public int people() {
        return decoded().length;
    }

    /** Whether it was made with this key; with another one nobody can be found in it. */
    public boolean isMadeWith(KeyedHash hash) {
        return check.equals(hash.check());
    }

    /** The hashes, sorted. */
    public long[] decoded() {
        return decoded(hashes);
    }

    private static long[] decoded(String hashes) {
        var bytes = Base64.getDecoder().decode(hashes);
        if (bytes.length % Long.BYTES != 0) {
            throw new IllegalArgumentException("not a list of people: eight bytes belong to each");
        }
        var people = new long[bytes.length / Long.BYTES];
        ByteBuffer.wrap(bytes).asLongBuffer().get(people);
        return people;
    }
}
