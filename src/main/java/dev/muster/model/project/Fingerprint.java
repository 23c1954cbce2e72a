package dev.muster.model.project;

import dev.muster.model.Audience;
import dev.muster.model.Campaign;
import dev.muster.model.LabelName;
import dev.muster.model.Message;
import dev.muster.model.Schedule;
import dev.muster.model.Sha256;
import dev.muster.model.TemplateMessage;
import dev.muster.model.TemplateMessage.LanguageRule;
import dev.muster.model.text.ShownText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The SHA-256 of the <em>meaning</em> of a campaign, part by part, so that a later edit can be named. Comments, key order,
 * formatting, owner, expectations and acknowledgements do not change it; neither does the order of labels or senders. A
 * policy has one for the whole.
 */
public record Fingerprint(SortedMap<String, Sha256> parts) {
    public static final String NAME = "name";
    public static final String SENDERS = "senders";
    public static final String AUDIENCE = "audience";
    public static final String MESSAGE = "message";
    public static final String SCHEDULE = "schedule";
    public static final String ATTACH_LABELS = "attach_labels";

    public Fingerprint {
        parts = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(parts));
    }

    public static Fingerprint of(Campaign campaign) {
        return new Fingerprint(new TreeMap<>(Map.of(
                NAME, Sha256.of(campaign.name()),
                SENDERS, Sha256.of(set(campaign.senders())),
                AUDIENCE, audience(campaign.audience()),
                MESSAGE, message(campaign.message()),
                SCHEDULE, schedule(campaign.schedule()),
                ATTACH_LABELS, Sha256.of(set(campaign.attachLabels())))));
    }

    /**
     * The message parts of a campaign and of those whose text reads the same in WhatsApp: without blanks and invisible
     * characters that nobody sees, with the line end that a block of YAML has or without. What a template says is not known
     * here, so a campaign by numbers has its own only.
     */
    public static List<Sha256> shownMessages(Campaign campaign) {
        var message = campaign.message();
        if (message.byNumbers().isPresent()) {
            return List.of(message(message));
        }
        var shown = ShownText.of(message.text());
        return Stream.of(message.text(), shown, shown + "\n")
                .distinct()
                .map(text -> message(message, text))
                .toList();
    }

    /** The meaning of a policy as one value: whatever is allowed or forbidden otherwise changes it. */
    public static Sha256 of(Policy policy) {
        var limits = policy.restrictions();
        var parts = new ArrayList<>(List.of(
                set(policy.alwaysExclude()),
                set(policy.requireOptIn()),
                policy.maxReach().toString(),
                policy.maxReachPerRun().toString(),
                policy.maxShareOfContacts().toString(),
                policy.minLead().toString(),
                limits.minReach().toString(),
                limits.maxGrowth().toString(),
                limits.quietHours().toString(),
                limits.maxMessagesPerPerson().toString(),
                set(limits.allowedSenders()),
                set(limits.allowedLinkHosts()),
                limits.usMarketing().toString(),
                limits.messagingLimit().toString(),
                policy.drift().toString(),
                policy.planValidFor().toString()));
        // not written where there is none, so that reviews made before it was thought of still hold
        policy.maxFailed().ifPresent(share -> parts.add("max_failed " + share));
        limits.unknownNumbers().ifPresent(zone -> parts.add("unknown_numbers " + zone));
        return Sha256.of(list(parts));
    }

    /** One value for the whole meaning. */
    public Sha256 whole() {
        return Sha256.of(parts.toString());
    }

    /** The parts in which the two differ, in alphabetical order. */
    public List<String> differences(Fingerprint other) {
        var names = new java.util.TreeSet<>(parts.keySet());
        names.addAll(other.parts.keySet());
        return names.stream()
                .filter(name -> !java.util.Objects.equals(parts.get(name), other.parts.get(name)))
                .toList();
    }

    private static Sha256 audience(Audience<LabelName> audience) {
        return Sha256.of(list(List.of(
                set(audience.any()), set(audience.all()), set(audience.exclude()), set(audience.excludeContacts()))));
    }

    private static Sha256 message(Message message) {
        return message.byNumbers().map(Fingerprint::filled).orElseGet(() -> message(message, message.text()));
    }

    /** Everything that decides what somebody gets, each with the word that says what it is. */
    private static Sha256 filled(TemplateMessage message) {
        var parts = new ArrayList<>(List.of("by numbers", message.template(), language(message.language())));
        message.header().ifPresent(header -> parts.add("header " + header(header)));
        parts.add("body " + body(message.body()));
        message.buttons().forEach((place, value) -> parts.add("button " + place + " " + value));
        parts.add("leaves out " + message.leavesOut());
        return Sha256.of(list(parts));
    }

    private static String language(LanguageRule rule) {
        if (rule instanceof LanguageRule.ByField byField) {
            // a person has one value, so the order of values decides nothing
            return "field " + list(List.of(byField.field(), pairs(new TreeMap<>(byField.map())), byField.otherwise()));
        }
        return rule instanceof LanguageRule.ByLabel byLabel
                ? "labels " + list(List.of(pairs(byLabel.map()), byLabel.otherwise()))
                : rule.languages().get(0);
    }

    private static String header(TemplateMessage.Header header) {
        return header instanceof TemplateMessage.Header.Media media
                ? list(List.of(
                        media.kind().name(),
                        media.value().written(),
                        media.filename().map(Object::toString).orElse("")))
                : "text " + header.value().written();
    }

    private static String body(TemplateMessage.Body body) {
        return body instanceof TemplateMessage.Body.Named named
                ? "named " + pairs(named.slots())
                : "counted " + list(body.values().stream().map(Object::toString).toList());
    }

    /** In the order in which they are written, which decides between two labels. */
    private static String pairs(Map<?, ?> map) {
        return list(map.entrySet().stream()
                .flatMap(pair -> Stream.of(pair.getKey(), pair.getValue()))
                .map(Object::toString)
                .toList());
    }

    private static Sha256 message(Message message, String written) {
        var template = message.template().map(t -> list(List.of(t.name(), t.language())));
        return Sha256.of(list(
                List.of(written, list(message.media()), String.valueOf(message.shortenLinks()), template.orElse(""))));
    }

    private static Sha256 schedule(Schedule schedule) {
        if (schedule instanceof Schedule.Window window) {
            var end = window.end().map(Object::toString).orElse("");
            return Sha256.of(list(List.of(window.start().toString(), end)));
        }
        return Sha256.of("immediately");
    }

    private static String set(Collection<?> values) {
        return list(values.stream().map(Object::toString).sorted().distinct().toList());
    }

    /** Each element behind its length, so that no two different lists are written the same. */
    private static String list(List<String> values) {
        var text = new StringBuilder().append(values.size()).append(';');
        values.forEach(value -> text.append(value.length()).append(':').append(value));
        return text.toString();
    }
}
