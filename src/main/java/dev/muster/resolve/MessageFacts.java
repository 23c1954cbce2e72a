package dev.muster.resolve;

import dev.muster.audience.FilledIn;
import dev.muster.model.Phone;
import dev.muster.model.Template;
import java.util.List;
import java.util.Optional;

/**
 * What the workspace says of a campaign's message: how it reads filled in ({@code filledIn} is absent where the people are
 * not known), and which templates SeaX lists for its senders (absent where this API does not list them).
 */
public record MessageFacts(Optional<FilledIn> filledIn, Optional<List<Listed>> templates) {
    public MessageFacts {
        templates = templates.map(List::copyOf);
    }

    /** The templates of one sender. */
    public record Listed(Phone sender, List<Template> templates) {
        public Listed {
            templates = List.copyOf(templates);
        }

        /** Those whose text the message is, in every status. */
        public List<Template> saying(String message) {
            return templates.stream().filter(template -> template.says(message)).toList();
        }
    }
}
