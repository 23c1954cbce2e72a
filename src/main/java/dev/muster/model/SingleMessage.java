package dev.muster.model;

import dev.muster.model.text.ShownText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One message to one person, as it is to be posted. {@code to} is the recipient's number in E.164 form; {@code testOf} the
 * campaign whose message is tried out. Personal data: held in memory only, and never in its {@link #toString}.
 */
public record SingleMessage(
        Phone from, String to, String text, List<String> media, MessageEndpoint path, Optional<CampaignKey> testOf) {
    public SingleMessage {
        media = List.copyOf(media);
    }

    /**
     * The same whenever the same text, as it is shown, and the same media go to the same person, and a secret without the key
     * of the hash. {@code person} is what stands for the number.
     */
    public String likeness(KeyedHash hash, String person) {
        return likeness(
                hash,
                person,
                ShownText.of(text),
                media.stream().distinct().sorted().toList());
    }

    /** What earlier versions kept of the same message: number, text and order of the media as they are. */
    public String likenessAsWritten(KeyedHash hash) {
        return likeness(hash, to, text, media);
    }

    private static String likeness(KeyedHash hash, String person, String text, List<String> media) {
        var whole = String.join("\u0000", "single message 1", person, text, String.join("\u0000", media));
        return String.format(Locale.ROOT, "%016x", hash.of(whole));
    }

    @Override
    public String toString() {
        return "SingleMessage[from " + from.id() + "]";
    }
}
