package dev.muster.part;

import dev.muster.model.CampaignIdentity;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Where a number falls when the people of one generation are cut: a number from 0 up to 1 that depends on nobody else, on no
 * order and no clock, and is the same on every machine. An instance is used by one thread at a time.
 */
final class PartDigest {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int CHUNK = 2 * Long.BYTES;

    private final Mac mac;

    PartDigest(String workspaceId, CampaignIdentity identity) {
        var key = "muster2|" + workspaceId + "|" + identity.key() + "/" + identity.generation();
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, e);
        }
    }

    /** The eight bytes of the digest that decide about the chunk; {@code number} is in E.164. */
    double chunk(String number) {
        var digest = ByteBuffer.wrap(mac.doFinal(number.getBytes(StandardCharsets.UTF_8)));
        return fraction(digest.getLong(CHUNK));
    }

    /** An unsigned number divided by 2^64, as far as a double is exact, and always below one. */
    private static double fraction(long bits) {
        return (bits >>> 11) * 0x1.0p-53;
    }
}
