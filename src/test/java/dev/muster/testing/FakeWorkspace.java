package dev.muster.testing;

import dev.muster.model.Audience;
import dev.muster.model.CampaignRequest;
import dev.muster.model.Contact;
import dev.muster.model.ContactId;
import dev.muster.model.KeyedHash;
import dev.muster.model.Label;
import dev.muster.model.LabelId;
import dev.muster.model.LabelName;
import dev.muster.model.Phone;
import dev.muster.model.PhoneId;
import dev.muster.model.RemoteCampaign;
import dev.muster.model.RemoteId;
import dev.muster.model.RemoteJob;
import dev.muster.model.ReportedTime;
import dev.muster.model.Template;
import dev.muster.resolve.Addressee;
import dev.muster.resolve.Capabilities;
import dev.muster.resolve.Movement;
import dev.muster.resolve.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A workspace in memory, made of plain values. Ids follow from the order in which things are added ({@link Samples#uuid}),
 * labels are named in contacts by name, and the server's count is the documented set algebra.
 */
public final class FakeWorkspace implements Workspace {
    /** Everything that the vendor's read endpoints offer. */
    public static final Capabilities FULL = new Capabilities(true, true, true, true, true, true);
    /** The tutorial dialect, strictly. */
    public static final Capabilities TUTORIAL = new Capabilities(false, false, false, false, false, false);

    private final List<Phone> phones = new ArrayList<>();
    private final Map<LabelName, LabelId> labels = new TreeMap<>();
    private final Set<LabelName> systemLabels = new TreeSet<>();
    private final List<Contact> contacts = new ArrayList<>();
    private final Map<RemoteId, RemoteCampaign> campaigns = new TreeMap<>();
    private final Map<String, List<Template>> templates = new TreeMap<>();
    private final Map<String, String> jobs = new TreeMap<>();
    private final List<RemoteJob> launches = new ArrayList<>();
    private final Map<RemoteId, Integer> logged = new TreeMap<>();
    private final Map<RemoteId, List<Addressee>> recipients = new TreeMap<>();
    private Optional<Duration> skew = Optional.empty();
    private Capabilities capabilities = FULL;

    public FakeWorkspace capabilities(Capabilities value) {
        capabilities = value;
        return this;
    }

    /** An enabled WhatsApp sender. */
    public FakeWorkspace phone(String name, String number) {
        return phone(name, number, true);
    }

    public FakeWorkspace phone(String name, String number, boolean enabled) {
        var id = new PhoneId(Samples.uuid(1, phones.size() + 1));
        phones.add(new Phone(id, name, number, enabled, Optional.of(true)));
        return this;
    }

    public FakeWorkspace label(String name) {
        labels.put(new LabelName(name), Samples.label(labels.size() + 1));
        return this;
    }

    /** A label that SeaX keeps itself, such as {@code DNC}. */
    public FakeWorkspace systemLabel(String name) {
        systemLabels.add(new LabelName(name));
        return label(name);
    }

    /** A contact with a WhatsApp number; its labels must have been added before. */
    public FakeWorkspace contact(String number, String... labelNames) {
        return contact(Optional.of(number), labelNames);
    }

    /** A contact that WhatsApp cannot reach. */
    public FakeWorkspace contactWithoutWhatsapp(String... labelNames) {
        return contact(Optional.empty(), labelNames);
    }

    /** A contact with a WhatsApp number and fields that messages can fill in. */
    public FakeWorkspace contactWith(Map<String, String> fields, String number, String... labelNames) {
        contact(number, labelNames);
        var last = contacts.remove(contacts.size() - 1);
        contacts.add(new Contact(last.id(), last.name(), last.phone(), last.whatsapp(), last.labels(), fields));
        return this;
    }

    /** A template of the sender with this number. */
    public FakeWorkspace template(String number, String name, String status, String text) {
        var listed = templates.computeIfAbsent(number, n -> new ArrayList<>());
        var id = Samples.uuid(4, listed.size() + 1);
        listed.add(new Template(id, name, "en", status, "MARKETING", false, Optional.of(text)));
        return this;
    }

    /** A template of the sender with this number, as SeaX lists it. */
    public FakeWorkspace template(String number, Template template) {
        templates.computeIfAbsent(number, n -> new ArrayList<>()).add(template);
        return this;
    }

    /** Every sender has an approved template with this text. */
    public FakeWorkspace approve(String text) {
        phones.stream()
                .filter(sender -> templates.getOrDefault(sender.number(), List.of()).stream()
                        .noneMatch(template -> template.says(text)))
                .forEach(sender -> template(sender.number(), "approved", "APPROVED", text));
        return this;
    }

    /** Gives a label to every contact with the number. */
    public FakeWorkspace attach(String labelName, String number) {
        contacts.replaceAll(
                contact -> contact.whatsapp().equals(Optional.of(number)) ? with(labelName, contact) : contact);
        return this;
    }

    /** Takes a label from every contact with the number. */
    public FakeWorkspace detach(String labelName, String number) {
        contacts.replaceAll(
                contact -> contact.whatsapp().equals(Optional.of(number)) ? without(labelName, contact) : contact);
        return this;
    }

    private Contact with(String labelName, Contact contact) {
        var labels = new HashSet<>(contact.labels());
        labels.add(labelId(labelName));
        return labelled(labels, contact);
    }

    private Contact without(String labelName, Contact contact) {
        var labels = new HashSet<>(contact.labels());
        labels.remove(labelId(labelName));
        return labelled(labels, contact);
    }

    private static Contact labelled(Set<LabelId> labels, Contact contact) {
        return new Contact(contact.id(), contact.name(), contact.phone(), contact.whatsapp(), labels, contact.fields());
    }

    private FakeWorkspace contact(Optional<String> number, String... labelNames) {
        var id = new ContactId(Samples.uuid(3, contacts.size() + 1));
        var carried = Stream.of(labelNames).map(this::labelId).collect(Collectors.toSet());
        contacts.add(new Contact(id, "Contact " + (contacts.size() + 1), number, number, carried, Map.of()));
        return this;
    }

    /** A campaign that SeaX already has. */
    public FakeWorkspace campaign(String id, String name, Instant createdAt) {
        return campaign(new RemoteCampaign(
                new RemoteId(id),
                name,
                CampaignRequest.TYPE,
                "finished",
                Optional.empty(),
                Optional.of(createdAt),
                Optional.of(new ReportedTime(createdAt, true)),
                List.of(),
                OptionalInt.empty(),
                Optional.empty(),
                Map.of(),
                Map.of()));
    }

    public FakeWorkspace campaign(RemoteCampaign campaign) {
        campaigns.put(campaign.id(), campaign);
        return this;
    }

    public FakeWorkspace job(String id, String status) {
        jobs.put(id, status);
        return this;
    }

    /** A launch, and what it says it launched. */
    public FakeWorkspace launch(String id, String resource, Instant at) {
        launches.add(new RemoteJob(id, "finished", Optional.of(resource), Optional.of(at)));
        return this;
    }

    /** Its clock is so far ahead of ours. */
    public FakeWorkspace skew(Duration ahead) {
        skew = Optional.of(ahead);
        return this;
    }

    /** So many messages of a campaign are logged. */
    public FakeWorkspace logged(String id, int messages) {
        logged.put(new RemoteId(id), messages);
        return this;
    }

    /** A campaign's log names these. */
    public FakeWorkspace recipients(String id, List<Addressee> addressees) {
        recipients.put(new RemoteId(id), addressees);
        return this;
    }

    /** The id behind a label's name. */
    public LabelId labelId(String name) {
        var id = labels.get(new LabelName(name));
        if (id == null) {
            throw new IllegalArgumentException("add the label first: " + name);
        }
        return id;
    }

    @Override
    public Capabilities capabilities() {
        return capabilities;
    }

    @Override
    public List<Phone> phones() {
        return sorted(phones, Comparator.comparing(Phone::name).thenComparing(Phone::id));
    }

    @Override
    public List<Label> labels() {
        require(capabilities.labels());
        return labels.entrySet().stream()
                .map(entry -> new Label(
                        entry.getValue(),
                        entry.getKey(),
                        systemLabels.contains(entry.getKey()),
                        OptionalInt.of(carriers(entry.getValue()))))
                .toList();
    }

    @Override
    public Movement contacts(Consumer<Contact> rows) {
        sorted(contacts, Comparator.comparing(Contact::id)).forEach(rows);
        return Movement.NONE;
    }

    @Override
    public void carriers(Collection<LabelId> labels, Consumer<Contact> rows) {
        require(capabilities.filters());
        contacts.stream()
                .filter(contact -> labels.stream().anyMatch(contact.labels()::contains))
                .forEach(rows);
    }

    @Override
    public List<Template> templates(Phone sender) {
        require(capabilities.templates());
        return sorted(
                templates.getOrDefault(sender.number(), List.of()),
                Comparator.comparing(Template::name).thenComparing(Template::id));
    }

    @Override
    public int count(Audience<LabelId> audience) {
        require(capabilities.filters());
        return (int) contacts.stream()
                .filter(contact -> isReached(contact, audience))
                .count();
    }

    @Override
    public List<RemoteCampaign> campaigns(Instant since) {
        require(capabilities.campaigns());
        return campaigns.values().stream()
                .filter(campaign -> !campaign.createdAt().orElse(since).isBefore(since))
                .sorted(newestFirst())
                .toList();
    }

    @Override
    public Optional<RemoteCampaign> campaign(RemoteId id) {
        return Optional.ofNullable(campaigns.get(id));
    }

    @Override
    public Optional<Duration> skew() {
        return skew;
    }

    @Override
    public void recipients(RemoteId id, Consumer<Addressee> rows) {
        recipients.getOrDefault(id, List.of()).forEach(rows);
    }

    @Override
    public KeyedHash hash() {
        return ApplyHarness.GAUGE.hash();
    }

    @Override
    public int logged(RemoteId id) {
        return logged.getOrDefault(id, 0);
    }

    @Override
    public List<RemoteJob> launches(Instant since) {
        require(capabilities.jobs());
        return launches.stream()
                .filter(job -> job.enqueuedAt().filter(since::isAfter).isEmpty())
                .sorted(Comparator.comparing(RemoteJob::id))
                .toList();
    }

    @Override
    public Optional<String> job(String jobId) {
        require(capabilities.jobs());
        return Optional.ofNullable(jobs.get(jobId));
    }

    /** The documented algebra: included by any and all, not excluded, and with a WhatsApp number. */
    public static boolean isReached(Contact contact, Audience<LabelId> audience) {
        return contact.whatsapp().isPresent() && isMeant(contact, audience);
    }

    /** The same, with a WhatsApp number or not. */
    public static boolean isMeant(Contact contact, Audience<LabelId> audience) {
        return (audience.any().isEmpty() || carriesOne(contact, audience.any()))
                && contact.labels().containsAll(audience.all())
                && !carriesOne(contact, audience.exclude())
                && !audience.excludeContacts().contains(contact.id());
    }

    /** The order in which campaigns are listed. */
    public static Comparator<RemoteCampaign> newestFirst() {
        return Comparator.comparing(
                        (RemoteCampaign campaign) -> campaign.createdAt().orElse(Instant.MAX))
                .reversed()
                .thenComparing(RemoteCampaign::id);
    }

    private static boolean carriesOne(Contact contact, Collection<LabelId> labels) {
        return labels.stream().anyMatch(contact.labels()::contains);
    }

    private int carriers(LabelId label) {
        return (int) contacts.stream()
                .filter(contact -> contact.labels().contains(label))
                .count();
    }

    private static <T> List<T> sorted(List<T> values, Comparator<T> order) {
        return values.stream().sorted(order).toList();
    }

    private static void require(boolean capability) {
        if (!capability) {
            throw new IllegalStateException("this workspace cannot answer that; ask capabilities() first");
        }
    }
}
