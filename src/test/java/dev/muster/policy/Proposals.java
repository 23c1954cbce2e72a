package dev.muster.policy;

import dev.muster.audience.ContactIndex;
import dev.muster.audience.Funnel;
import dev.muster.diagnostic.Places;
import dev.muster.lock.Lock;
import dev.muster.model.Audience;
import dev.muster.model.Campaign;
import dev.muster.model.Contact;
import dev.muster.model.Dialect;
import dev.muster.model.LabelId;
import dev.muster.model.Message;
import dev.muster.model.Phone;
import dev.muster.model.Schedule;
import dev.muster.model.SenderName;
import dev.muster.model.Template;
import dev.muster.model.project.DriftLimit;
import dev.muster.model.project.LockSettings;
import dev.muster.model.project.Policy;
import dev.muster.model.project.QuietHours;
import dev.muster.model.project.Restrictions;
import dev.muster.model.project.Restrictions.Frequency;
import dev.muster.model.project.Restrictions.UsMarketing;
import dev.muster.model.project.WorkspaceSettings;
import dev.muster.resolve.MessageContext;
import dev.muster.resolve.Reach;
import dev.muster.resolve.ResolvedCampaign;
import dev.muster.testing.Records;
import dev.muster.testing.Samples;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A campaign that is about to be sent to people with these numbers, changed step by step into what a test is about. */
final class Proposals {
    static final LabelId LABEL = Samples.label(1);

    private Reach reach = new Reach.Unknown("not asked", 0);
    private Restrictions restrictions = Restrictions.NONE;
    private Schedule schedule = new Schedule.Immediately();
    private String text = "30% off all items";
    private Optional<Lock> lock = Optional.empty();
    private Optional<String> category = Optional.empty();
    private final Map<String, String> acknowledged = new HashMap<>();
    private final List<Phone> senders =
            List.of(new Phone(Samples.SALES_LINE, "Sales Line", "+15550100100", true, Optional.of(true)));

    private Optional<ZoneId> unknownNumbers = Optional.empty();

    private Proposals() {}

    static Proposals to(String... numbers) {
        return new Proposals().reaching(roster(index(Stream.of(numbers)), LABEL));
    }

    static Proposals to(int people) {
        return to(IntStream.range(0, people)
                .mapToObj(i -> "+1212555" + (1000 + i))
                .toArray(String[]::new));
    }

    /** People of whom nothing is known but how many there may be. */
    static Proposals toAtMost(int people) {
        var proposals = new Proposals();
        proposals.reach = new Reach.Unknown("the API cannot say", people);
        return proposals;
    }

    static ContactIndex index(Stream<String> numbers) {
        var list = numbers.toList();
        return ContactIndex.of(IntStream.range(0, list.size())
                .mapToObj(i -> new Contact(
                        Samples.contact(i), "", Optional.empty(), Optional.of(list.get(i)), Set.of(LABEL), Map.of()))
                .toList());
    }

    static Funnel roster(ContactIndex contacts, LabelId label) {
        return Funnel.of(new Audience<>(List.of(label), List.of(), List.of(), List.of()), LabelId::value, contacts);
    }

    Proposals reaching(Funnel funnel) {
        reach = new Reach.Known(funnel, OptionalInt.empty(), funnel.roster().messages(), new Reach.OtherRows(0, 0));
        return this;
    }

    Proposals quiet(String from, String to) {
        var hours = new QuietHours(LocalTime.parse(from), LocalTime.parse(to));
        return with(new Restrictions(
                OptionalInt.empty(),
                OptionalDouble.empty(),
                Optional.of(hours),
                unknownNumbers,
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                OptionalInt.empty()));
    }

    /** To be called before the quiet hours are set. */
    Proposals unknownNumbers(String zone) {
        unknownNumbers = Optional.of(ZoneId.of(zone));
        return this;
    }

    Proposals bounds(OptionalInt minReach, OptionalDouble maxGrowth) {
        return with(new Restrictions(
                minReach,
                maxGrowth,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                OptionalInt.empty()));
    }

    Proposals allowing(List<String> senders, List<String> hosts) {
        return with(new Restrictions(
                OptionalInt.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                senders.stream().map(SenderName::new).toList(),
                hosts,
                Optional.empty(),
                OptionalInt.empty()));
    }

    Proposals atMost(Frequency frequency) {
        return with(new Restrictions(
                OptionalInt.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(frequency),
                List.of(),
                List.of(),
                Optional.empty(),
                OptionalInt.empty()));
    }

    Proposals usMarketing(UsMarketing written) {
        return with(new Restrictions(
                OptionalInt.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.of(written),
                OptionalInt.empty()));
    }

    private Proposals with(Restrictions changed) {
        restrictions = changed;
        return this;
    }

    Proposals from(String start) {
        schedule = new Schedule.Window(Instant.parse(start), Optional.empty(), ZoneId.of("UTC"));
        return this;
    }

    Proposals from(String start, String end) {
        schedule = new Schedule.Window(Instant.parse(start), Optional.of(Instant.parse(end)), ZoneId.of("UTC"));
        return this;
    }

    Proposals text(String message) {
        text = message;
        return this;
    }

    Proposals category(String known) {
        category = Optional.of(known);
        return this;
    }

    Proposals after(Lock recorded) {
        lock = Optional.of(recorded);
        return this;
    }

    Proposals acknowledging(String rule) {
        acknowledged.put(rule, "a reason");
        return this;
    }

    GuardInput proposal() {
        return new GuardInput(
                resolved(),
                new Policy(
                        List.of(),
                        List.of(),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        OptionalDouble.empty(),
                        Policy.DEFAULT_MIN_LEAD,
                        restrictions,
                        DriftLimit.DEFAULT,
                        Policy.DEFAULT_PLAN_VALID_FOR,
                        OptionalDouble.empty()),
                settings(),
                Records.AT,
                new Places(new TreeMap<>()),
                lock,
                new RecipientZones());
    }

    private ResolvedCampaign resolved() {
        var template = Records.campaign("holiday-sale/1", text);
        var campaign = new Campaign(
                template.identity(),
                template.name(),
                template.owner(),
                template.senders(),
                template.audience(),
                template.expect(),
                new Message(text, List.of(), false, Optional.empty(), Map.of()),
                schedule,
                List.of(),
                acknowledged,
                List.of());
        return new ResolvedCampaign(
                campaign,
                senders,
                new Audience<>(List.of(LABEL), List.of(), List.of(), List.of()),
                List.of(),
                reach,
                new MessageContext(Optional.empty(), templates()));
    }

    /** The one template that the text is, where a test is about its category. */
    private Optional<List<MessageContext.Listed>> templates() {
        return category.map(known -> new Template("1", "sale", "en", "APPROVED", known, false, Optional.of(text)))
                .map(template -> List.of(new MessageContext.Listed(senders.get(0), List.of(template))));
    }

    private static WorkspaceSettings settings() {
        return new WorkspaceSettings(
                "sandbox",
                new WorkspaceSettings.Sandbox(Records.AT),
                Dialect.TUTORIAL,
                LockSettings.FILE,
                WorkspaceSettings.DEFAULT_HORIZON,
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                WorkspaceSettings.Precautions.NONE,
                Optional.empty());
    }
}
