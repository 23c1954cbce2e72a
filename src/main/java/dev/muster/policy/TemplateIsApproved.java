package dev.muster.policy;

import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.MessageRule;
import dev.muster.model.Dialect;
import dev.muster.model.Message;
import dev.muster.model.Template;
import dev.muster.resolve.MessageContext.Listed;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A business starts a conversation with an approved template only. The tutorial dialect sends a text, which has to be a
 * template's, word by word; the openapi dialect names the template, whose text is what people read.
 */
final class TemplateIsApproved {
    private static final String TAKE_ITS_TEXT =
            "take the text of an approved template word by word, or have this one approved in SeaX";
    private static final String NAME_IT =
            "write name and language of an approved template as SeaX lists them, or have this one approved in SeaX";

    /** SeaX lists no more templates than this, so a full list proves nothing (product wiki, 2025-06-01). */
    private static final int MOST_LISTED = 200;

    private TemplateIsApproved() {}

    /** What is said of the templates of all senders. */
    static Stream<Diagnostic> check(GuardInput proposal) {
        return proposal.resolved()
                .message()
                .templates()
                .map(senders -> senders.stream().flatMap(sender -> new Verdict(proposal, sender).find().stream()))
                .orElseGet(() -> Stream.of(unchecked(proposal)));
    }

    private static Diagnostic unchecked(GuardInput proposal) {
        return MessageRule.TEMPLATE_UNCHECKED.at(
                proposal.place("message"),
                "this API does not list templates: whether the text is an approved one shows when it is sent");
    }

    /** What is said of the templates of one sender. */
    private record Verdict(GuardInput proposal, Listed listed) {
        Optional<Diagnostic> find() {
            var same = listed.sent(message(), proposal.settings().api());
            return proposal.settings().api() == Dialect.OPENAPI
                    ? message().template().flatMap(wanted -> named(wanted, same))
                    : worded(same);
        }

        private Message message() {
            return proposal.campaign().message();
        }

        private Optional<Diagnostic> worded(List<Template> same) {
            return same.isEmpty() ? Optional.of(unknown("has this text", TAKE_ITS_TEXT)) : approved(same);
        }

        private Optional<Diagnostic> named(Message.Template wanted, List<Template> same) {
            return same.isEmpty()
                    ? Optional.of(unknown("is `" + wanted.name() + "` in " + wanted.language(), NAME_IT))
                    : approved(same).or(() -> differs(same));
        }

        private static boolean isApproved(List<Template> same) {
            return same.stream().anyMatch(Template::isApproved);
        }

        private Optional<Diagnostic> approved(List<Template> same) {
            var one = same.get(0);
            return isApproved(same)
                    ? Optional.empty()
                    : Optional.of(MessageRule.TEMPLATE_NOT_APPROVED.at(
                            proposal.place("message"),
                            "the template `" + one.name() + "` of " + sender() + " is " + one.status()
                                    + "; only an APPROVED one is sent"));
        }

        private Optional<Diagnostic> differs(List<Template> same) {
            return same.stream().anyMatch(one -> one.says(message().text()))
                    ? Optional.empty()
                    : Optional.of(proposal.danger(
                            MessageRule.TEMPLATE_DIFFERS,
                            "message.text",
                            "people read the template, not this text; "
                                    + TemplateDiff.between(
                                                    same.get(0), message().text())
                                            .said(),
                            "take the text of the template word by word"));
        }

        private Diagnostic unknown(String what, String help) {
            return proposal.danger(MessageRule.TEMPLATE_UNKNOWN, "message", none(what) + nearest(), help);
        }

        private String none(String what) {
            int size = listed.templates().size();
            if (size == 0) {
                return "SeaX lists no template for " + sender();
            }
            return size < MOST_LISTED
                    ? "no template of " + sender() + " " + what
                    : "none of the " + size + " templates that SeaX lists for " + sender() + " " + what
                            + "; it lists no more than " + MOST_LISTED + ", so there may be one";
        }

        private String nearest() {
            return TemplateDiff.nearest(listed.templates(), message().text())
                    .map(wording -> "; " + wording.said())
                    .orElse("");
        }

        private String sender() {
            return listed.sender().name();
        }
    }
}
