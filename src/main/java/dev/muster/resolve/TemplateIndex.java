package dev.muster.resolve;

import dev.muster.model.Phone;
import dev.muster.model.PhoneId;
import dev.muster.model.Template;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The templates of the senders, fetched once for each sender that a campaign uses. */
final class TemplateIndex {
    private final Workspace workspace;
    private final boolean isListed;
    private final Map<PhoneId, List<Template>> bySender = new HashMap<>();

    TemplateIndex(Workspace workspace, Capabilities capabilities) {
        this.workspace = workspace;
        this.isListed = capabilities.templates();
    }

    /** The templates of each sender, or nothing where this API does not list them. */
    Optional<List<MessageContext.Listed>> of(List<Phone> senders) {
        return isListed ? Optional.of(senders.stream().map(this::of).toList()) : Optional.empty();
    }

    private MessageContext.Listed of(Phone sender) {
        return new MessageContext.Listed(
                sender, bySender.computeIfAbsent(sender.id(), id -> workspace.templates(sender)));
    }
}
