package dev.muster.seax;

import dev.muster.model.KeyedHash;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA256 under a key that is itself derived from the API key and the workspace: whoever holds a plan file but not the
 * API key cannot try out telephone numbers against it, and two workspaces cannot be compared.
 */
final class RosterHash implements KeyedHash {
    private static final String ALGORITHM = "HmacSHA256";

    private final Mac mac;

    RosterHash(ApiKey key, String workspaceId) {
        var secret = key.reveal().getBytes(StandardCharsets.UTF_8);
        mac = mac(mac(secret).doFinal(bytes("muster roster sketch 1|" + workspaceId)));
    }

    /** The first use finds the platform's cryptography. */
    static void prepare() {
        mac(new byte[] {0});
    }

    @Override
    public long of(String text) {
        return ByteBuffer.wrap(mac.doFinal(bytes(text))).getLong();
    }

    private static Mac mac(byte[] key) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
