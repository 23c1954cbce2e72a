package dev.muster.report.html;

import dev.muster.diagnostic.Characters;
import dev.muster.model.Campaign;
import java.util.List;

/**
 * A message as it will look on the phone of the one who gets it.
 *
 * @param initial what stands in the sender's round picture
 * @param media the files above the text, which are not loaded
 */
record MessagePreview(String sender, String initial, List<String> media, List<Span> spans) {
    MessagePreview {
        media = List.copyOf(media);
        spans = List.copyOf(spans);
    }

    static MessagePreview of(Campaign campaign) {
        var sender = campaign.senders().stream()
                .findFirst()
                .map(name -> Characters.visible(name.value()))
                .orElse("");
        var message = campaign.message();
        return new MessagePreview(
                sender,
                initial(sender),
                message.media().stream().map(Characters::visible).toList(),
                WhatsappText.parse(Characters.visibleText(message.text().strip())));
    }

    private static String initial(String sender) {
        return sender.codePoints()
                .filter(Character::isLetterOrDigit)
                .limit(1)
                .mapToObj(Character::toString)
                .findFirst()
                .orElse("#");
    }
}
