package dev.muster.check;

import dev.muster.definition.AudienceDefinition;
import dev.muster.definition.AudienceDefinition.Expect;
import dev.muster.definition.Block;
import dev.muster.definition.CampaignDefinition;
import dev.muster.definition.Document;
import dev.muster.definition.Documents;
import dev.muster.definition.Kind;
import dev.muster.definition.MessageDefinition;
import dev.muster.definition.ProjectDefinition.Defaults;
import dev.muster.definition.ScheduleDefinition;
import dev.muster.definition.Share;
import dev.muster.definition.ToleratedShare;
import dev.muster.model.Audience;
import dev.muster.model.Campaign;
import dev.muster.model.CampaignIdentity;
import dev.muster.model.CampaignKey;
import dev.muster.model.ContactId;
import dev.muster.model.Expectation;
import dev.muster.model.Gate;
import dev.muster.model.LabelName;
import dev.muster.model.Message;
import dev.muster.model.Schedule;
import dev.muster.model.SenderName;
import dev.muster.model.Wave;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;

/** One campaign document, with the documents it names and the project's defaults, to a campaign of the model. */
record CampaignExpander(Documents documents, Optional<Defaults> defaults) {

    /** Empty when a part is missing or malformed. */
    Optional<Campaign> campaign(Document document) {
        try {
            return document.blocks(CampaignDefinition.class)
                    .findFirst()
                    .flatMap(Block::whole)
                    .flatMap(written -> campaign(document, written));
        } catch (IllegalArgumentException e) {
            // The model refuses what a rule has reported: a malformed key, an empty label.
            return Optional.empty();
        }
    }

    private Optional<Campaign> campaign(Document document, CampaignDefinition written) {
        var audience = new Inheritance(documents).of(document).flatMap(Block::whole);
        return audience.flatMap(who -> message(document)
                .flatMap(what -> schedule(document)
                        .map(when -> new Campaign(
                                new CampaignIdentity(
                                        new CampaignKey(document.key().orElse("")),
                                        written.generation().orElse(1)),
                                written.name(),
                                written.owner(),
                                each(senders(written), SenderName::new),
                                audience(who),
                                expectation(who),
                                what,
                                when,
                                each(written.attachLabels(), LabelName::new),
                                written.acknowledge(),
                                waves(written, audience(who))))));
    }

    private static List<Wave> waves(CampaignDefinition written, Audience<LabelName> whole) {
        return written.waves().stream()
                .map(wave -> Wave.of(
                        whole,
                        each(wave.only(), LabelName::new),
                        wave.after()
                                .map(after -> new Gate(after, tolerated(wave.maxFailed()), share(wave.minDelivered()))),
                        wave.mayBeEmpty().orElse(false)))
                .toList();
    }

    private static OptionalDouble tolerated(Optional<ToleratedShare> share) {
        return share.map(ToleratedShare::value).map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }

    private static OptionalDouble share(Optional<Share> share) {
        return share.map(Share::value).map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }

    private List<String> senders(CampaignDefinition written) {
        return written.senders().isEmpty() ? defaults.map(Defaults::senders).orElse(List.of()) : written.senders();
    }

    private static Audience<LabelName> audience(AudienceDefinition written) {
        return new Audience<>(
                each(written.any(), LabelName::new),
                each(written.all(), LabelName::new),
                each(written.exclude(), LabelName::new),
                each(written.excludeContacts(), ContactId::new));
    }

    private static Expectation expectation(AudienceDefinition written) {
        return new Expectation(
                number(written.expect().flatMap(Expect::atLeast)),
                number(written.expect().flatMap(Expect::atMost)));
    }

    private Optional<Message> message(Document document) {
        boolean shorten = defaults.flatMap(Defaults::shortenLinks).orElse(false);
        return new SendWays(documents)
                .of(document)
                .flatMap(way -> documents
                        .part(document, Kind.MESSAGE, MessageDefinition.class)
                        .flatMap(Block::whole)
                        .flatMap(written -> new MessageExpander(written, shorten).message(way)));
    }

    private Optional<Schedule> schedule(Document document) {
        var named = Documents.reference(document, Kind.SCHEDULE);
        if (named.filter(to -> to.key().equals(Expander.IMMEDIATELY)).isPresent()) {
            return Optional.of(new Schedule.Immediately());
        }
        return documents
                .part(document, Kind.SCHEDULE, ScheduleDefinition.class)
                .filter(block -> block.whole().isPresent())
                .flatMap(this::window);
    }

    private Optional<Schedule> window(Block<ScheduleDefinition> block) {
        var times = new ScheduledTimes(documents);
        var start = times.time(block, "start");
        var end = times.time(block, "end");
        var endsAt = end.flatMap(ScheduledTimes.Time::instant);
        if (end.isPresent() && endsAt.isEmpty()) {
            return Optional.empty();
        }
        var zone = start.flatMap(
                time -> time.zone().or(() -> time.written().offset().map(ZoneId.class::cast)));
        return start.flatMap(ScheduledTimes.Time::instant)
                .flatMap(startsAt -> zone.map(z -> new Schedule.Window(startsAt, endsAt, z)));
    }

    private static <T> List<T> each(List<String> texts, Function<String, T> value) {
        return texts.stream().map(value).toList();
    }

    private static OptionalInt number(Optional<Integer> number) {
        return number.map(OptionalInt::of).orElse(OptionalInt.empty());
    }
}
