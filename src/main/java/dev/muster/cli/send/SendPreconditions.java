package dev.muster.cli.send;

import dev.muster.cli.command.SendRefusedException;
import dev.muster.definition.Definitions;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.Place;
import dev.muster.model.Dialect;
import dev.muster.model.MessageEndpoint;
import dev.muster.model.Phone;
import dev.muster.model.SenderName;
import dev.muster.model.SingleMessage;
import dev.muster.model.project.Policy;
import dev.muster.model.project.WorkspaceSettings;
import dev.muster.number.Account;
import dev.muster.policy.Guards;
import dev.muster.resolve.Recipient;
import dev.muster.resolve.SenderIndex;
import dev.muster.resolve.Workspace;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether one message may go to one person, from this sender and over this path; every no is a {@link SendRefusedException}. */
record SendPreconditions(WorkspaceSettings settings, Workspace workspace, Definitions definitions) {
    private Policy policy() {
        return definitions.project().policy();
    }

    /** What speaks against the message in who sends it and what the person would read: the checks and guards of a campaign's. */
    List<Diagnostic> findings(SingleDraft draft, Phone sender) {
        return Stream.concat(
                        draft.texts(definitions).flatMap(text -> text.findings().stream()),
                        Guards.check(draft.proposal(definitions, sender)).stream())
                .distinct()
                .toList();
    }

    /** Where it is posted to. */
    MessageEndpoint path() {
        if (settings.api() == Dialect.OPENAPI) {
            throw new SendRefusedException(
                    "with `api: openapi` there is no form for a message to somebody without a conversation: SeaX's OpenAPI"
                            + " document asks for a conversation and a template at this path");
        }
        return settings.singleMessage()
                .orElseThrow(() ->
                        new SendRefusedException("SeaX's API document names two paths for a single message, and nothing"
                                + " says which one your SeaX answers: write `single_message: wabp_template_message` or"
                                + " `single_message: send_whatsapp_message` for workspace " + settings.name()));
    }

    /** Who sends it; whether the policy lets them is among the {@link #findings}. */
    Phone sender(SenderName from) {
        var found = new SenderIndex(workspace.phones()).phone(from, Place.NOWHERE);
        return found.value().orElseThrow(() -> new SendRefusedException(words(found.diagnostics())));
    }

    /** What was found of the recipient; whoever must not be contacted is not. */
    String recipient(SingleMessage message) {
        var person = new Account(message.to());
        if (Account.of(message.from().number()).filter(person::isLikely).isPresent()) {
            throw new SendRefusedException("the number is the sender's own: --to takes somebody else's");
        }
        var recipient = Recipient.of(person, workspace, settings, policy());
        if (recipient instanceof Recipient.Excluded excluded) {
            throw new SendRefusedException("this person must not be contacted: the contact carries "
                    + String.join(", ", excluded.labels()) + ", which the policy excludes from everything");
        }
        if (recipient instanceof Recipient.Unclear unclear) {
            throw new SendRefusedException(
                    "whether this person may be contacted is not known: " + words(unclear.findings()));
        }
        return recipient instanceof Recipient.Free free ? found(free) : unseen();
    }

    private static String found(Recipient.Free free) {
        var labels = String.join(", ", free.labels());
        if (labels.isEmpty()) {
            return "nothing: the policy excludes no label from everything";
        }
        return free.contacts() == 0
                ? "no contact has this number, so it carries none of " + labels
                : "carries none of " + labels;
    }

    private String unseen() {
        var labels = policy().alwaysExclude().stream().map(Object::toString).collect(Collectors.joining(", "));
        var why = "this API does not show labels, so nobody can say whether this person carries one of " + labels;
        return settings.acceptUnverifiedAudiences()
                .map(reason -> why + "; accepted in writing: " + reason)
                .orElseThrow(() -> new SendRefusedException(
                        why + "; check by hand and accept it in writing, with accept_unverified_audiences: \"why\""));
    }

    private static String words(List<Diagnostic> findings) {
        return findings.stream()
                .map(finding -> finding.message()
                        + finding.help().map(help -> " (" + help + ")").orElse(""))
                .collect(Collectors.joining("; "));
    }
}
