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
import dev.muster.resolve.Workspace;
import dev.muster.seax.Paginator.Listing;
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
    private static final ResourcePath PHONES = ResourcePath.of("phones");
    private static final ResourcePath LABELS = ResourcePath.of("contact_labels");
    private static final ResourcePath CONTACTS = ResourcePath.of("contacts");
    private static final ResourcePath JOBS = ResourcePath.of("jobs");

    private final SeaxReader reads;
    private final Paginator pages;
    private final CapabilityProbe probe;
    private @Nullable Capabilities known;

    SeaxWorkspace(SeaxReader reads, Random random) {
        this(reads, random, ReadProgress.UNSEEN);
    }

    SeaxWorkspace(SeaxReader reads, Random random, ReadProgress progress) {
        this.reads = reads;
        this.pages = new Paginator(reads, progress);
        this.probe = new CapabilityProbe(reads, random);
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
        phones(true).forEach(phone -> phones.put(phone.id(), phone));
        phones(false).forEach(phone -> phones.putIfAbsent(phone.id(), phone));
        return sorted(phones.values(), Comparator.comparing(Phone::name).thenComparing(Phone::id));
    }

    private List<Phone> phones(boolean enabled) {
        var query = Map.of("enabled", String.valueOf(enabled));
        return pages.all(new Listing<>(PHONES, query, row -> RowMapper.phone(row, enabled), Phone::id));
    }

    @Override
    public List<Label> labels() {
        var labels = pages.all(new Listing<>(LABELS, Map.of(), RowMapper::label, Label::id));
        return sorted(labels, Comparator.comparing(Label::name).thenComparing(Label::id));
    }

    /** Oldest first where SeaX can sort: whoever is added while we read then comes at the end. */
    @Override
    public List<Contact> contacts() {
        var query = capabilities().contactLabels() || capabilities().filters()
                ? Map.of("order_by", "created_time:asc")
                : Map.<String, String>of();
        var contacts = pages.all(new Listing<>(CONTACTS, query, RowMapper::contact, Contact::id));
        return sorted(contacts, Comparator.comparing(Contact::id));
    }

    @Override
    public List<Template> templates(Phone sender) {
        var templates = new TemplateList(reads, sender).read();
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
        return pages.page(new Listing<>(CONTACTS, query, RowMapper::contact, Contact::id), 0, 1)
                .total();
    }

    @Override
    public List<RemoteCampaign> campaigns(Instant since) {
        return new CampaignHistoryReader(pages).since(since);
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
        return pages.page(new Listing<>(DeliveryLog.target(id), Map.of(), row -> row, row -> row), 0, 1)
                .total();
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
        new DeliveryLog(pages, campaign).each(from, known, rows);
    }

    /** The type is misspelt in the vendor's OpenAPI document. */
    @Override
    public List<RemoteJob> launches(Instant since) {
        var query = Map.of("job_types", "lauch_campaign");
        return pages.all(new Listing<>(JOBS, query, RowMapper::job, RemoteJob::id)).stream()
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
