package dev.muster.policy;

import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.MessageRule;
import dev.muster.diagnostic.ProjectRule;
import dev.muster.model.Dialect;
import dev.muster.model.Template;
import java.util.List;
import java.util.Optional;

/**
 * The API document has no field for media in a campaign and SeaX ignores fields it does not know, so media would be dropped
 * silently; the vendor's OpenAPI document wants a template and an account by name. A campaign by numbers has an endpoint of its
 * own, which is the same in both.
 */
final class MessageFitsDialect implements Guard {
    @Override
    public Optional<Diagnostic> check(GuardInput proposal) {
        if (proposal.campaign().isByNumbers()) {
            return Optional.empty();
        }
        return proposal.settings().api() == Dialect.TUTORIAL ? tutorial(proposal) : openapi(proposal);
    }

    private static Optional<Diagnostic> tutorial(GuardInput proposal) {
        return proposal.campaign().message().media().isEmpty()
                ? Optional.empty()
                : Optional.of(MessageRule.MEDIA_NOT_SENDABLE.at(
                        proposal.place("message.media"), "campaigns of the tutorial dialect cannot carry media"));
    }

    private static Optional<Diagnostic> openapi(GuardInput proposal) {
        if (proposal.campaign().message().template().isEmpty()) {
            return Optional.of(MessageRule.TEMPLATE_MISSING.at(
                    proposal.place("message"),
                    "the openapi dialect sends a template by name",
                    "write `template: " + wanted(proposal) + "` in the message"));
        }
        return proposal.settings().account().isPresent()
                ? Optional.empty()
                : Optional.of(ProjectRule.WORKSPACE_ACCOUNT_MISSING.at(
                        proposal.place("message"),
                        "the openapi dialect needs a messaging service and a WhatsApp account"));
    }

    /** The template that has the message's text, where SeaX lists one: its language is not to be guessed. */
    private static String wanted(GuardInput proposal) {
        return proposal.resolved().message().templates().stream()
                .flatMap(List::stream)
                .flatMap(listed -> listed.templates().stream())
                .filter(Template::isApproved)
                .filter(template -> template.says(proposal.campaign().message().text()))
                .findFirst()
                .map(template -> "{name: " + template.name() + ", language: " + template.language() + "}")
                .orElse("{name: …, language: en_US}");
    }
}
