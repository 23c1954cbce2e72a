package dev.muster.report.html;

import dev.muster.diagnostic.Characters;
import dev.muster.model.Campaign;
import dev.muster.plan.PlannedChange;
import dev.muster.resolve.NumberedAudience;
import dev.muster.resolve.ResolvedCampaign;
import dev.muster.template.Shown;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A message as it will look on the phone of the one who gets it; by numbers as some people will get it, masked.
 *
 * @param caption what the bubbles are
 * @param initial what stands in the sender's round picture
 */
record MessagePreview(String caption, String sender, String initial, List<Bubble> bubbles) {
    MessagePreview {
        bubbles = List.copyOf(bubbles);
    }

    /**
     * One message.
     *
     * @param media the files above the text, which are not loaded
     * @param below what stands under the text: the footer, and each button with what it leads to
     */
    record Bubble(List<String> media, List<Span> spans, List<String> below) {
        Bubble {
            media = List.copyOf(media);
            spans = List.copyOf(spans);
            below = List.copyOf(below);
        }

        private static Bubble of(Shown sample) {
            var text =
                    Stream.concat(sample.header().map(header -> "*" + header + "*").stream(), Stream.of(sample.body()));
            return new Bubble(
                    sample.media().map(media -> Characters.visible(media.address())).stream()
                            .toList(),
                    WhatsappText.parse(Characters.visibleText(String.join("\n", text.toList()))),
                    Stream.concat(
                                    sample.footer().stream(),
                                    sample.buttons().stream().map(Bubble::button))
                            .map(Characters::visible)
                            .toList());
        }

        private static String button(Shown.Button button) {
            return button.label() + button.value().map(value -> " → " + value).orElse("");
        }
    }

    /** What people will see; nothing where only the people of a template would tell. */
    static Optional<MessagePreview> of(PlannedChange change) {
        return change.change()
                .definition()
                .flatMap(campaign -> campaign.isByNumbers()
                        ? change.resolved()
                                .flatMap(ResolvedCampaign::numbered)
                                .filter(numbered -> !numbered.tally().samples().isEmpty())
                                .map(numbered -> byNumbers(campaign, numbered))
                        : Optional.of(byLabels(campaign)));
    }

    private static MessagePreview byNumbers(Campaign campaign, NumberedAudience numbered) {
        var bubbles = numbered.tally().samples().stream().map(Bubble::of).toList();
        return with(
                campaign,
                bubbles.size() == 1 ? "As one person will get it, masked" : "As some people will get it, masked",
                bubbles);
    }

    private static MessagePreview byLabels(Campaign campaign) {
        var message = campaign.message();
        var bubble = new Bubble(
                message.media().stream().map(Characters::visible).toList(),
                WhatsappText.parse(Characters.visibleText(message.text().strip())),
                List.of());
        return with(campaign, "As it will look in WhatsApp", List.of(bubble));
    }

    private static MessagePreview with(Campaign campaign, String caption, List<Bubble> bubbles) {
        var sender = campaign.senders().stream()
                .findFirst()
                .map(name -> Characters.visible(name.value()))
                .orElse("");
        return new MessagePreview(caption, sender, initial(sender), bubbles);
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
