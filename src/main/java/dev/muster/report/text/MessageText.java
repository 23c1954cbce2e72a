package dev.muster.report.text;

import dev.muster.diagnostic.Characters;
import dev.muster.model.Dialect;
import dev.muster.model.Message;
import dev.muster.model.Template;
import dev.muster.model.text.HostName;
import dev.muster.model.text.Link;
import dev.muster.model.text.Placeholder;
import dev.muster.report.Numbers;
import dev.muster.report.ShortText;
import dev.muster.report.Wrap;
import dev.muster.resolve.ResolvedCampaign;
import java.util.List;
import java.util.Optional;

/** A message in one line: its beginning, its length as written and filled in, where its links lead. */
public final class MessageText {

    private MessageText() {}

    static String of(ResolvedCampaign resolved) {
        return "\"" + ShortText.message(resolved.text().strip()) + "\"  " + measures(resolved);
    }

    /** {@code 74 of 1,024 characters, 1 link to example.com, shortened}. */
    public static String measures(ResolvedCampaign resolved) {
        var message = resolved.campaign().message();
        var text = resolved.text().strip();
        int length = Math.max(text.length(), text.codePointCount(0, text.length()));
        var links = Link.in(text);
        return length + " of " + Numbers.of(Message.LONGEST_TEXT) + " characters"
                + filledIn(resolved)
                + (links.isEmpty() ? "" : ", " + said(links) + (message.shortenLinks() ? ", shortened" : ""))
                + mail(text)
                + (message.media().isEmpty()
                        ? ""
                        : ", " + Numbers.of(message.media().size(), "file"));
    }

    /** The template that a campaign names, which is what people get: {@code holiday_sale (en_US), MARKETING}. */
    static Optional<String> template(ResolvedCampaign resolved) {
        return resolved.campaign()
                .message()
                .template()
                .map(named -> Characters.visible(named.name() + " (" + named.language() + "), " + category(resolved)));
    }

    private static String category(ResolvedCampaign resolved) {
        var categories = resolved.message().sent(resolved.campaign().message(), Dialect.OPENAPI).stream()
                .map(Template::category)
                .distinct()
                .sorted()
                .toList();
        return categories.isEmpty() ? "category unknown" : String.join(" or ", categories);
    }

    private static String filledIn(ResolvedCampaign resolved) {
        return resolved.numbered()
                .map(numbered -> filledIn(numbered.tally().longest().units()))
                .orElseGet(() -> filledInBySeaX(resolved));
    }

    private static String filledInBySeaX(ResolvedCampaign resolved) {
        return Placeholder.namesIn(resolved.text()).isEmpty()
                ? ""
                : resolved.message()
                        .filledIn()
                        .filter(filledIn -> filledIn.people() > 0)
                        .map(filledIn -> filledIn(filledIn.longest()))
                        .orElse("");
    }

    private static String filledIn(int longest) {
        return ", " + glued("longest " + Numbers.of(longest) + " when filled in");
    }

    private static String said(List<Link> links) {
        return glued(Numbers.of(links.size(), "link") + " to ") + Characters.visible(String.join(", ", hosts(links)));
    }

    /** People can tap a mail address as they can tap a link. */
    private static String mail(String text) {
        var hosts = Link.mailHostsIn(text).stream().map(HostName::toString).toList();
        return hosts.isEmpty() ? "" : ", " + glued("mail to ") + Characters.visible(String.join(", ", hosts));
    }

    private static String glued(String words) {
        return words.replace(" ", Wrap.GLUE);
    }

    /** The hosts that links lead to, each once. */
    static List<String> hosts(List<Link> links) {
        return links.stream().map(link -> link.host().toString()).distinct().toList();
    }
}
