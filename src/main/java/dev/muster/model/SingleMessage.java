package dev.muster.model;

import java.util.List;
import java.util.Optional;

/**
 * One message to one person, as it is to be posted. {@code to} is the recipient's number in E.164 form; {@code testOf} the
 * campaign whose message is tried out. Personal data: held in memory only, and never in its {@link #toString}.
 */
public record SingleMessage(
        Phone from, String to, String text, List<String> media, SinglePath path, Optional<CampaignKey> testOf) {
    public SingleMessage {
        media = List.copyOf(media);
    }

    /** The same whenever the same text and media go to the same number, and a secret without the key of the hash. */
    public String likeness(KeyedHash hash) {
        var whole = String.join("\u0000", "single message 1", to, text, String.join("\u0000", media));
        return String.format(java.util.Locale.ROOT, "%016x", hash.of(whole));
    }

    @Override
    public String toString() {
        return "SingleMessage[from " + from.id() + "]";
    }
}
