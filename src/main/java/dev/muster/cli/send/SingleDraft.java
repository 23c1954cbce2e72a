package dev.muster.cli.send;

import dev.muster.cli.command.KnownKeys;
import dev.muster.definition.AuthoredText;
import dev.muster.definition.Definitions;
import dev.muster.definition.MessageDefinition;
import dev.muster.definition.Quoted;
import dev.muster.diagnostic.Place;
import dev.muster.diagnostic.PolicyRule;
import dev.muster.diagnostic.UsageException;
import dev.muster.model.Campaign;
import dev.muster.model.CampaignKey;
import dev.muster.model.Message;
import dev.muster.model.MessageEndpoint;
import dev.muster.model.Phone;
import dev.muster.model.SenderName;
import dev.muster.model.SingleMessage;
import dev.muster.model.text.Placeholder;
import dev.muster.number.Account;
import dev.muster.number.NumberReader;
import dev.muster.number.ParsedNumber;
import dev.muster.policy.MessageProposal;
import dev.muster.resolve.SenderIndex;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A single message as it was asked for, before its sender is looked up. What is wrong with it is said without its number,
 * which error logs would keep.
 */
record SingleDraft(SenderName from, String to, String text, List<String> media, Optional<CampaignKey> testOf) {
    private static final Pattern ADDRESS = Pattern.compile(MessageDefinition.MEDIA_ADDRESS);

    SingleDraft {
        media = List.copyOf(media);
        to = e164(to);
        text = text.replace("\r\n", "\n");
        if (text.isBlank()) {
            throw new UsageException("--text is empty: there is nothing to read");
        }
        media.stream()
                .filter(url -> !ADDRESS.matcher(url).matches())
                .findFirst()
                .ifPresent(url -> {
                    throw new UsageException("--media takes https addresses without a user name, not: " + url);
                });
    }

    private static String e164(String written) {
        if (NumberReader.ofPeople(Optional.empty()).read(written) instanceof ParsedNumber.Read read
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
        if (campaign.isByNumbers()) {
            throw new UsageException(
                    "`" + key + "` fills a template for each person, which `muster send` cannot do: try"
                            + " it out with a campaign of its own, for an audience of your test people");
        }
        return new SingleDraft(sender, to, filledIn(message), message.media(), Optional.of(key));
    }

    private static boolean isSame(String tester, String to) {
        return Account.of(tester).isPresent() && Account.of(tester).equals(Account.of(to));
    }

    private static Campaign campaign(Definitions definitions, CampaignKey key) {
        return definitions.campaigns().stream()
                .filter(campaign -> campaign.key().equals(key))
                .findFirst()
                .orElseThrow(() ->
                        KnownKeys.of(definitions.campaigns(), Optional.empty()).unknown(key));
    }

    /** A placeholder without a sample stays as it is, and a guard objects to it. */
    private static String filledIn(Message message) {
        return Placeholder.replaced(
                message.text(), name -> message.samples().getOrDefault(name, Placeholder.raw(name)));
    }

    /** What somebody wrote for the person, each text as a definition's is checked. */
    Stream<AuthoredText> texts(Definitions definitions) {
        var kind = testOf.isPresent() ? AuthoredText.Kind.MESSAGE : AuthoredText.Kind.TYPED_MESSAGE;
        return Stream.concat(
                Stream.of(authored(definitions, kind, "text", text)),
                media.stream().map(url -> authored(definitions, AuthoredText.Kind.LINE, "media", url)));
    }

    private AuthoredText authored(Definitions definitions, AuthoredText.Kind kind, String part, String written) {
        var name = Quoted.of(testOf.isPresent() ? part : "--" + part);
        return new AuthoredText(kind, () -> name, written, signs -> place(definitions, "message." + part));
    }

    private Place place(Definitions definitions, String part) {
        return testOf.map(key -> definitions.places().of(key + "." + part)).orElse(Place.NOWHERE);
    }

    /** As the guards judge it; a campaign's author may have accepted a danger of its message, nobody one of another text. */
    MessageProposal proposal(Definitions definitions, Phone sender) {
        return new MessageProposal(
                text,
                media,
                List.of(sender),
                new MessageProposal.Readers.OnePerson(),
                definitions.project().policy().restrictions(),
                part -> place(definitions, part),
                testOf.map(key -> accepted(campaign(definitions, key), sender)));
    }

    /** What the author accepted of senders holds for those of the campaign. */
    private static Map<String, String> accepted(Campaign campaign, Phone sender) {
        var accepted = new TreeMap<>(campaign.acknowledged());
        if (campaign.senders().stream().noneMatch(name -> SenderIndex.isCalled(sender, name))) {
            accepted.remove(PolicyRule.ALLOWED_SENDERS.id());
        }
        return accepted;
    }

    SingleMessage from(Phone phone, MessageEndpoint path) {
        return new SingleMessage(phone, to, text, media, path, testOf);
    }
}
