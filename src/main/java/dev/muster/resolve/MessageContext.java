package dev.muster.resolve;

import dev.muster.audience.FilledIn;
import dev.muster.model.Dialect;
import dev.muster.model.Message;
import dev.muster.model.Phone;
import dev.muster.model.Template;
import dev.muster.model.TemplateMessage;
import java.util.List;
import java.util.Optional;

/**
 * What the workspace says of a campaign's message: how it reads filled in ({@code filledIn} is absent where the people are
 * not known), and which templates SeaX lists for its senders (absent where this API does not list them).
 */
public record MessageContext(Optional<FilledIn> filledIn, Optional<List<Listed>> templates) {
    public MessageContext {
        templates = templates.map(List::copyOf);
    }

    /** The templates of all senders that this message would be sent as; none where they are not listed. */
    public List<Template> sent(Message message, Dialect api) {
        return templates.stream()
                .flatMap(List::stream)
                .flatMap(sender -> sender.sent(message, api).stream())
                .toList();
    }

    /** The templates of one sender. */
    public record Listed(Phone sender, List<Template> templates) {
        public Listed {
            templates = List.copyOf(templates);
        }

        /** Those that the message would be sent as, in every status: by its text, or by the name that it gives. */
        public List<Template> sent(Message message, Dialect api) {
            return message.byNumbers().isPresent() ? named(message.byNumbers().get()) : byLabels(message, api);
        }

        private List<Template> named(TemplateMessage wanted) {
            return wanted.language().languages().stream()
                    .flatMap(language -> named(new Message.Template(wanted.template(), language)).stream())
                    .toList();
        }

        private List<Template> byLabels(Message message, Dialect api) {
            return api == Dialect.OPENAPI
                    ? message.template().map(this::named).orElse(List.of())
                    : saying(message.text());
        }

        /** Those whose text the message is, in every status. */
        public List<Template> saying(String message) {
            return templates.stream().filter(template -> template.says(message)).toList();
        }

        private List<Template> named(Message.Template wanted) {
            return templates.stream()
                    .filter(one ->
                            one.name().equals(wanted.name()) && one.language().equals(wanted.language()))
                    .toList();
        }
    }
}
