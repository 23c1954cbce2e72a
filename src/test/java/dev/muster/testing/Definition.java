package dev.muster.testing;

import dev.muster.model.Audience;
import dev.muster.model.Campaign;
import dev.muster.model.ContactId;
import dev.muster.model.Expectation;
import dev.muster.model.LabelName;
import dev.muster.model.Message;
import dev.muster.model.Schedule;
import dev.muster.model.SenderName;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A campaign like that of {@link Records}, of which a test changes what it is about. Each step gives a new definition. */
public record Definition(Campaign campaign) {

    public static Definition of(String identity) {
        return new Definition(Records.campaign(identity, "the text of " + identity));
    }

    public Definition named(String name) {
        return with(name, campaign.senders(), campaign.audience(), campaign.schedule());
    }

    public Definition from(String... senders) {
        var names = Stream.of(senders).map(SenderName::new).toList();
        return with(campaign.name(), names, campaign.audience(), campaign.schedule());
    }

    public Definition any(String... labels) {
        var old = campaign.audience();
        return to(new Audience<>(names(labels), old.all(), old.exclude(), old.excludeContacts()));
    }

    public Definition all(String... labels) {
        var old = campaign.audience();
        return to(new Audience<>(old.any(), names(labels), old.exclude(), old.excludeContacts()));
    }

    public Definition exclude(String... labels) {
        var old = campaign.audience();
        return to(new Audience<>(old.any(), old.all(), names(labels), old.excludeContacts()));
    }

    public Definition excludeContacts(ContactId... contacts) {
        var old = campaign.audience();
        return to(new Audience<>(old.any(), old.all(), old.exclude(), List.of(contacts)));
    }

    public Definition starting(Instant start) {
        var window = new Schedule.Window(start, Optional.empty(), ZoneId.of("America/New_York"));
        return with(campaign.name(), campaign.senders(), campaign.audience(), window);
    }

    public Definition ending(Instant end) {
        var window = (Schedule.Window) campaign.schedule();
        var longer = new Schedule.Window(window.start(), Optional.of(end), window.zone());
        return with(campaign.name(), campaign.senders(), campaign.audience(), longer);
    }

    public Definition saying(String text) {
        var old = campaign.message();
        return saying(new Message(text, old.media(), old.shortenLinks(), old.template(), old.samples()));
    }

    public Definition saying(Message message) {
        return more(campaign.expect(), message, campaign.attachLabels(), campaign.acknowledged());
    }

    public Definition expecting(OptionalInt atLeast, OptionalInt atMost) {
        return more(
                new Expectation(atLeast, atMost), campaign.message(), campaign.attachLabels(), campaign.acknowledged());
    }

    public Definition attaching(String... labels) {
        return more(campaign.expect(), campaign.message(), names(labels), campaign.acknowledged());
    }

    public Definition acknowledging(String rule) {
        var acknowledged = new TreeMap<>(campaign.acknowledged());
        acknowledged.put(rule, "agreed with Dana");
        return more(campaign.expect(), campaign.message(), campaign.attachLabels(), acknowledged);
    }

    private Definition to(Audience<LabelName> audience) {
        return with(campaign.name(), campaign.senders(), audience, campaign.schedule());
    }

    private Definition with(String name, List<SenderName> senders, Audience<LabelName> audience, Schedule schedule) {
        return new Definition(new Campaign(
                campaign.identity(),
                name,
                campaign.owner(),
                senders,
                audience,
                campaign.expect(),
                campaign.message(),
                schedule,
                campaign.attachLabels(),
                campaign.acknowledged(),
                List.of()));
    }

    private Definition more(
            Expectation expect, Message message, List<LabelName> attach, Map<String, String> acknowledged) {
        return new Definition(new Campaign(
                campaign.identity(),
                campaign.name(),
                campaign.owner(),
                campaign.senders(),
                campaign.audience(),
                expect,
                message,
                campaign.schedule(),
                attach,
                acknowledged,
                List.of()));
    }

    private static List<LabelName> names(String... labels) {
        return Stream.of(labels).map(LabelName::new).toList();
    }
}
