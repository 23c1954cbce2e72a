package dev.muster.model;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Ten base32 characters (Crockford's alphabet, 50 bits) at the end of the name that SeaX stores, from workspace, key,
 * generation and part. It does not depend on the attempt or the content, so one look at SeaX answers "did any attempt land", and
 * a lost lock can be rebuilt.
 */
public record Marker(String value) {
    /** How many characters {@link #suffix()} takes from the 100 that a name may have. */
    public static final int SUFFIX_LENGTH = 15;

    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final Pattern FORM = Pattern.compile("[" + ALPHABET + "]{10}");
    private static final Pattern AT_END = Pattern.compile(" \\[m:([" + ALPHABET + "]{10})]$");

    public Marker {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a marker: " + value);
        }
    }

    /** The marker of one send in one workspace; the same on every machine and in every attempt. */
    public static Marker of(String workspaceId, CampaignIdentity identity) {
        var whole = workspaceId + "|" + identity.key() + "|" + identity.generation();
        var text = identity.part().map(part -> "muster2|" + whole + "|" + part).orElse("muster1|" + whole);
        var bits = new BigInteger(1, Arrays.copyOf(Sha256.digest(text), 7)).shiftRight(6);
        var letters = new StringBuilder();
        for (int position = 9; position >= 0; position--) {
            letters.append(ALPHABET.charAt(bits.shiftRight(5 * position).intValue() & 31));
        }
        return new Marker(letters.toString());
    }

    /** The marker at the end of a name that SeaX reports, if it carries one. */
    public static Optional<Marker> in(String name) {
        var match = AT_END.matcher(name);
        return match.find() ? Optional.of(new Marker(match.group(1))) : Optional.empty();
    }

    /** What is appended to the written name: a blank and {@code [m:xxxxxxxxxx]}. */
    public String suffix() {
        return " [m:" + value + "]";
    }

    @Override
    public String toString() {
        return value;
    }
}
