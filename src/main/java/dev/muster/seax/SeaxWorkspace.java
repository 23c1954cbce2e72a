package dev.muster.seax;

import dev.muster.contacts.ImportJob;
import dev.muster.model.Audience;
import dev.muster.model.Contact;
import dev.muster.model.KeyedHash;
import dev.muster.model.Label;
import dev.muster.model.LabelId;
import dev.muster.model.Phone;
import dev.muster.model.PhoneId;
import dev.muster.model.RemoteCampaign;
import dev.muster.model.RemoteId;
import dev.muster.model.RemoteJob;
import dev.muster.model.Template;
import dev.muster.outcome.Deliveries;
import dev.muster.outcome.Delivery;
import dev.muster.outcome.SeenIds;
import dev.muster.resolve.Addressee;
import dev.muster.resolve.Capabilities;
import dev.muster.resolve.Movement;
import dev.muster.resolve.Workspace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A SeaX workspace, read over HTTP. Lists come in an order of our own (by name or id), whatever order SeaX uses. */
public final class SeaxWorkspace implements Workspace, Deliveries, AutoCloseable {
    static final SeaxList<Label> LABELS = SeaxList.of(
            ResourcePath.of("contact_labels"),
            RowMapper::label,
            label -> label.id().value());
    static final SeaxList<Contact> CONTACTS = SeaxList.of(
            ResourcePath.of("contacts"),
            RowMapper::contact,
            contact -> contact.id().value());
    static final SeaxList<RemoteJob> JOBS = SeaxList.of(ResourcePath.of("jobs"), RowMapper::job, RemoteJob::id);

    /** Whoever is added while we read then comes at the end. */
    static final String OLDEST_FIRST = "created_time:asc";

    private final SeaxReader reads;
    private final ReadSettings settings;
    private final MovingList lists;
    private final CapabilityProbe probe;
    private @Nullable Capabilities known;

    SeaxWorkspace(SeaxReader reads, Random random) {
        this(reads, random, ReadSettings.DEFAULT);
    }

    SeaxWorkspace(SeaxReader reads, Random random, ReadSettings settings) {
        this.reads = reads;
        this.settings = settings;
        this.lists = new MovingList(new ListPages(reads), settings.progress());
        this.probe = new CapabilityProbe(lists, random);
    }

    /** Senders under this filter, which the tutorial's rows do not repeat. */
    static SeaxList<Phone> senders(boolean enabled) {
        return SeaxList.of(
                        ResourcePath.of("phones"),
                        row -> RowMapper.phone(row, enabled),
                        phone -> phone.id().value())
                .with(Map.of("enabled", String.valueOf(enabled)));
    }

    @Override
    public synchronized Capabilities capabilities() {
        var probed = known == null ? probe.run() : known;
        known = probed;
        return probed;
    }

    /** SeaX lists enabled senders or disabled ones, never both. */
    @Override
    public List<Phone> phones() {
        var phones = new TreeMap<PhoneId, Phone>();
        lists.all(senders(true)).forEach(phone -> phones.put(phone.id(), phone));
        lists.all(senders(false)).forEach(phone -> phones.putIfAbsent(phone.id(), phone));
        return sorted(phones.values(), Comparator.comparing(Phone::name).thenComparing(Phone::id));
    }

    @Override
    public List<Label> labels() {
        return sorted(lists.all(LABELS), Comparator.comparing(Label::name).thenComparing(Label::id));
    }

    @Override
    public Movement contacts(Consumer<Contact> rows) {
        boolean sorts = capabilities().contactLabels() || capabilities().filters();
        var from = now();
        var seen = lists.each(sorts ? CONTACTS.in(OLDEST_FIRST) : CONTACTS, rows, settings.maxContacts());
        return new Movement(from, now(), seen.added(), seen.removed(), 0, seen.missing());
    }

    private Optional<Instant> now() {
        return settings.clock().map(Clock::instant);
    }

    @Override
    public void carriers(Collection<LabelId> labels, Consumer<Contact> rows) {
        var query = new TreeMap<String, String>();
        put(query, "any_contact_label_ids", labels);
        lists.each(CONTACTS.with(query).in(OLDEST_FIRST), rows, settings.maxContacts());
    }

    @Override
    public List<Template> templates(Phone sender) {
        var templates = new TemplateList(lists, sender).read();
        return sorted(templates, Comparator.comparing(Template::name).thenComparing(Template::id));
    }

    @Override
    public int count(Audience<LabelId> audience) {
        if (!audience.hasPositiveSelector()) {
            throw new IllegalArgumentException("an audience without a positive selector is everyone");
        }
        var query = new TreeMap<>(Map.of("whatsapp_phone_only", "true"));
        put(query, "any_contact_label_ids", audience.any());
        put(query, "all_contact_label_ids", audience.all());
        put(query, "exclude_any_contact_label_ids", audience.exclude());
        put(query, "exclude_contact_ids", audience.excludeContacts());
        var found = CONTACTS.with(query);
        return lists.count(found)
                .orElseGet(() ->
                        lists.each(found, row -> {}, settings.maxContacts()).rows());
    }

    @Override
    public List<RemoteCampaign> campaigns(Instant since) {
        return new CampaignHistory(lists).since(since);
    }

    @Override
    public Optional<RemoteCampaign> campaign(RemoteId id) {
        return one(ResourcePath.of("campaigns", id.value())).map(RowMapper::campaign);
    }

    @Override
    public Optional<Duration> skew() {
        return reads.skew();
    }

    @Override
    public int logged(RemoteId id) {
        return new DeliveryLog(lists, id).size();
    }

    @Override
    public void recipients(RemoteId id, Consumer<Addressee> rows) {
        each(id, 0, new SeenIds(), row -> rows.accept(new Addressee(row.contact(), row.number())));
    }

    @Override
    public KeyedHash hash() {
        return reads.hash();
    }

    @Override
    public void each(RemoteId campaign, int from, SeenIds known, Consumer<Delivery> rows) {
        new DeliveryLog(lists, campaign).each(from, known, rows);
    }

    /** The type is misspelt in the vendor's OpenAPI document. */
    @Override
    public List<RemoteJob> launches(Instant since) {
        var launches = JOBS.with(Map.of("job_types", "lauch_campaign")).of(SeaxList.Kind.COMPLETE);
        return lists.all(launches).stream()
                .filter(job -> job.enqueuedAt().filter(since::isAfter).isEmpty())
                .sorted(Comparator.comparing(RemoteJob::id))
                .toList();
    }

    @Override
    public Optional<String> job(String jobId) {
        return one(ResourcePath.of("jobs", jobId)).map(job -> job.required("status"));
    }

    /** How far an import is; empty where this API has no jobs, or not this one. */
    Optional<ImportJob> importJob(String jobId) {
        return capabilities().jobs() ? one(ResourcePath.of("jobs", jobId)).map(RowMapper::importJob) : Optional.empty();
    }

    @Override
    public void close() {
        reads.close();
    }

    /** Only SeaX itself can say that something does not exist; a page of someone between cannot. */
    private Optional<JsonRow> one(ResourcePath target) {
        var reply = reads.ask(target, Map.of());
        return reply.status() == 404 && ErrorText.in(reply.anyText()).isPresent()
                ? Optional.empty()
                : Optional.of(reads.object(target, reply));
    }

    private static void put(Map<String, String> query, String field, Collection<?> ids) {
        if (!ids.isEmpty()) {
            query.put(field, ids.stream().map(Object::toString).collect(Collectors.joining(",")));
        }
    }

    private static <T> List<T> sorted(Collection<T> values, Comparator<T> order) {
        return values.stream().sorted(order).toList();
    }
}
