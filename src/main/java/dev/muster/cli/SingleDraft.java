package dev.muster.cli;

import dev.muster.definition.Definitions;
import dev.muster.model.Campaign;
import dev.muster.model.CampaignKey;
import dev.muster.model.Message;
import dev.muster.model.Phone;
import dev.muster.model.Placeholder;
import dev.muster.model.SenderName;
import dev.muster.model.SingleMessage;
import dev.muster.model.SinglePath;
import dev.muster.number.Account;
import dev.muster.number.NumberReader;
import dev.muster.number.NumberReading;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A single message as it was asked for, before its sender is looked up. What is wrong with it is said without its number,
 * which error logs would keep.
 */
record SingleDraft(SenderName from, String to, String text, List<String> media, Optional<CampaignKey> testOf) {
    SingleDraft {
        media = List.copyOf(media);
        to = e164(to);
        if (text.isBlank()) {
            throw new UsageException("--text is empty: there is nothing to read");
        }
        media.stream().filter(url -> !isHttps(url)).findFirst().ifPresent(url -> {
            throw new UsageException("--media takes https addresses, not: " + url);
        });
    }

    private static String e164(String written) {
        if (NumberReader.ofPeople(Optional.empty()).read(written) instanceof NumberReading.Read read
                && !read.hadExtension()) {
            return read.e164();
        }
        throw new UsageException("--to is not a phone number with its country's code, such as +15550100199");
    }

    /** What somebody typed. */
    static SingleDraft written(Optional<String> from, String to, String text, List<String> media) {
        var sender = from.filter(name -> !name.isBlank())
                .orElseThrow(
                        () -> new UsageException("say who sends: --from with a name or number of `muster phones`"));
        return new SingleDraft(new SenderName(sender), to, text, media, Optional.empty());
    }

    /** A campaign's message as its first sender would send it, with its sample values filled in. */
    static SingleDraft test(
            Definitions definitions, CampaignKey key, Optional<String> from, String to, List<String> media) {
        if (definitions.project().testRecipients().stream().noneMatch(tester -> isSame(tester, to))) {
            throw new UsageException(
                    "a campaign's message is tried out on one of `test_recipients` of the project file,"
                            + " and --to is none of them");
        }
        if (!media.isEmpty()) {
            throw new UsageException("--campaign brings its own media: leave --media out");
        }
        var campaign = campaign(definitions, key);
        var sender = from.map(SenderName::new)
                .orElseGet(() -> campaign.senders().stream()
                        .findFirst()
                        .orElseThrow(() -> new UsageException("the campaign has no sender: give --from")));
        var message = campaign.message();
        return new SingleDraft(sender, to, filledIn(message), message.media(), Optional.of(key));
    }

    private static boolean isSame(String tester, String to) {
        return Account.of(tester).isPresent() && Account.of(tester).equals(Account.of(to));
    }

    private static Campaign campaign(Definitions definitions, CampaignKey key) {
        return definitions.campaigns().stream()
                .filter(campaign -> campaign.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new UsageException("there is no campaign \"" + key + "\""));
    }

    /** A placeholder without a sample stays as it is: so would SeaX leave it for a person without a value. */
    private static String filledIn(Message message) {
        return Placeholder.replaced(
                message.text(), name -> message.samples().getOrDefault(name, Placeholder.raw(name)));
    }

    /** The placeholders that nobody has filled in. */
    SortedSet<String> unfilled() {
        return testOf.isPresent() ? Placeholder.namesIn(text) : new TreeSet<>();
    }

    SingleMessage from(Phone phone, SinglePath path) {
        return new SingleMessage(phone, to, text, media, path, testOf);
    }

    private static boolean isHttps(String url) {
        try {
            var parsed = URI.create(url);
            return "https".equalsIgnoreCase(parsed.getScheme()) && parsed.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
