package dev.muster.simulation;

import dev.muster.model.Audience;
import dev.muster.model.CampaignRequest;
import dev.muster.model.Contact;
import dev.muster.model.ContactId;
import dev.muster.model.KeyedHash;
import dev.muster.model.Label;
import dev.muster.model.LabelId;
import dev.muster.model.LabelName;
import dev.muster.model.Marker;
import dev.muster.model.Phone;
import dev.muster.model.RemoteCampaign;
import dev.muster.model.RemoteId;
import dev.muster.model.RemoteJob;
import dev.muster.model.Template;
import dev.muster.resolve.Addressee;
import dev.muster.resolve.Capabilities;
import dev.muster.resolve.Movement;
import dev.muster.resolve.Workspace;
import dev.muster.testing.ApplyHarness;
import dev.muster.testing.FakeWorkspace;
import dev.muster.testing.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * SeaX with a ledger: every campaign it made, when, and whom it messaged. A campaign is listed some minutes after it was made,
 * and a post may be acted on minutes after its sender has gone, or once more.
 */
final class SimulatedSeax implements Workspace {
    static final LabelId PREMIUM = Samples.label(1);
    static final LabelId DNC = Samples.label(2);
    static final LabelId BOUGHT = Samples.label(3);
    static final LabelId OLD_DNC = Samples.label(9);

    /** How long a post may lie about before SeaX acts on it. */
    static final Duration LATE = Duration.ofMinutes(8);

    /**
     * In one zone, by Ofcom's numbers for drama: people who may be anywhere in North America would have every plan look for a
     * start that fits sixty zones.
     */
    private static final List<Contact> PEOPLE = List.of(
            person(1, "+447700900001", PREMIUM),
            person(2, "+447700900002", PREMIUM),
            person(3, "+447700900003", PREMIUM, DNC),
            person(4, "+447700900004"),
            person(5, "+447700900005", DNC));

    private static final JsonMapper JSON = JsonMapper.shared();

    private final SimulatedTime time;
    private final Capabilities capabilities;
    private final Duration lag;
    private final List<Contact> contacts = new ArrayList<>(PEOPLE);
    private final List<Sent> ledger = new ArrayList<>();
    private final List<Late> late = new ArrayList<>();
    private final Map<LabelName, Label> receipts = new TreeMap<>();
    private int ids;

    /**
     * A campaign that SeaX made: {@code reached} are the rows that it messaged, {@code repeated} tells that a gateway repeated
     * a post on which SeaX had acted already.
     */
    record Sent(RemoteId id, Marker marker, String name, Instant at, List<Contact> reached, boolean repeated) {}

    private record Late(Instant due, String id, String body, boolean repeated) {}

    SimulatedSeax(SimulatedTime time, boolean lists, Duration lag) {
        this.time = time;
        this.capabilities = new Capabilities(true, true, true, lists, false, false);
        this.lag = lag;
    }

    /** One more row; a person may have several. */
    void row(String number, LabelId... labels) {
        contacts.add(person(contacts.size() + 1, number, labels));
    }

    private static Contact person(int row, String number, LabelId... labels) {
        var id = new ContactId(Samples.uuid(3, row));
        return new Contact(id, "Someone", Optional.of(number), Optional.of(number), Set.of(labels), Map.of());
    }

    /** The person behind the n-th row wants no more messages. */
    void optOut(int row) {
        var person = contacts.get(row).phone();
        contacts.replaceAll(contact -> contact.phone().equals(person) ? with(contact, DNC) : contact);
    }

    private static Contact with(Contact contact, LabelId label) {
        var labels = new HashSet<>(contact.labels());
        labels.add(label);
        return new Contact(contact.id(), contact.name(), contact.phone(), contact.whatsapp(), labels, Map.of());
    }

    /** Acts on a post as the reaction says, and answers. */
    dev.muster.apply.PostResponse post(String body, Reaction reaction) {
        var id = "campaign_" + ++ids;
        boolean isNow = reaction.when().isNow();
        if (isNow) {
            act(id, body, false);
        }
        if (reaction.when().isLater()) {
            late.add(new Late(time.truth().plus(LATE), isNow ? id + "-again" : id, body, isNow));
        }
        return reaction.answer(id, JSON.readTree(body).path("name").asString());
    }

    /** Acts on the posts whose time has come. */
    boolean land() {
        var due =
                late.stream().filter(post -> !post.due().isAfter(time.truth())).toList();
        late.removeAll(due);
        due.forEach(post -> act(post.id(), post.body(), post.repeated()));
        return !due.isEmpty();
    }

    private void act(String id, String body, boolean repeated) {
        var asked = JSON.readTree(body);
        var name = asked.path("name").asString();
        var reached = contacts.stream().filter(row -> isReached(row, asked)).toList();
        ledger.add(new Sent(new RemoteId(id), Marker.in(name).orElseThrow(), name, time.truth(), reached, repeated));
        labels(asked, "attach_contact_label_ids").filter(this::isReceipt).forEach(label -> attach(label, reached));
    }

    private boolean isReceipt(LabelId id) {
        return receipts.values().stream().anyMatch(label -> label.id().equals(id));
    }

    private void attach(LabelId label, List<Contact> reached) {
        contacts.replaceAll(row -> reached.contains(row) ? with(row, label) : row);
    }

    /** Makes the label unless there is one of that name, and shows it as it is now. */
    Label receipt(LabelName name, String owner) {
        receipts.computeIfAbsent(
                name,
                fresh -> new Label(Samples.label(100 + receipts.size()), fresh, false, OptionalInt.empty(), owner));
        return labels().stream()
                .filter(label -> label.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isReached(Contact row, JsonNode asked) {
        var audience = new Audience<>(
                labels(asked, "any_contact_label_ids").toList(),
                labels(asked, "all_contact_label_ids").toList(),
                labels(asked, "exclude_any_contact_label_ids").toList(),
                texts(asked, "exclude_contact_ids").map(ContactId::new).toList());
        return FakeWorkspace.isReached(row, audience)
                || texts(asked, "addition_contact_ids").anyMatch(row.id().value()::equals);
    }

    private static Stream<LabelId> labels(JsonNode asked, String field) {
        return texts(asked, field).map(LabelId::new);
    }

    private static Stream<String> texts(JsonNode asked, String field) {
        return asked.path(field).values().stream().map(JsonNode::asString);
    }

    List<Sent> ledger() {
        return ledger;
    }

    /** How often it was sent, without what a gateway repeated. */
    long sends(Marker marker) {
        return with(marker).filter(sent -> !sent.repeated()).count();
    }

    /** Whether some row got it more than once. */
    boolean messagedTwice(Marker marker) {
        var rows = with(marker)
                .flatMap(sent -> sent.reached().stream())
                .map(Contact::id)
                .toList();
        return new HashSet<>(rows).size() < rows.size();
    }

    private Stream<Sent> with(Marker marker) {
        return ledger.stream().filter(sent -> sent.marker().equals(marker));
    }

    boolean isUnderWay(Marker marker) {
        return late.stream()
                .anyMatch(post -> Marker.in(
                                JSON.readTree(post.body()).path("name").asString())
                        .equals(Optional.of(marker)));
    }

    /** Whether a person wants no messages, on whichever of their rows they said so. */
    boolean isOptedOut(Contact row) {
        return contacts.stream()
                .anyMatch(other -> other.whatsapp().equals(row.whatsapp())
                        && other.labels().contains(DNC));
    }

    @Override
    public Capabilities capabilities() {
        return capabilities;
    }

    @Override
    public List<Phone> phones() {
        return List.of(new Phone(Samples.SALES_LINE, "Sales Line", "+15550100100", true, Optional.of(true)));
    }

    @Override
    public List<Label> labels() {
        var usual = Stream.of(
                label(PREMIUM, "premium_customers", false), label(DNC, "DNC", true), label(BOUGHT, "bought", false));
        return Stream.concat(usual, receipts.values().stream())
                .map(this::counted)
                .toList();
    }

    private static Label label(LabelId id, String name, boolean system) {
        return new Label(id, new LabelName(name), system, OptionalInt.empty());
    }

    private Label counted(Label label) {
        long carriers = contacts.stream()
                .filter(row -> row.labels().contains(label.id()))
                .count();
        return new Label(label.id(), label.name(), label.system(), OptionalInt.of((int) carriers), label.description());
    }

    @Override
    public Movement contacts(Consumer<Contact> rows) {
        contacts.forEach(rows);
        return Movement.NONE;
    }

    @Override
    public void carriers(Collection<LabelId> labels, Consumer<Contact> rows) {
        contacts.stream()
                .filter(row -> labels.stream().anyMatch(row.labels()::contains))
                .forEach(rows);
    }

    @Override
    public List<Template> templates(Phone sender) {
        throw new IllegalStateException("this workspace does not list templates");
    }

    @Override
    public int count(Audience<LabelId> audience) {
        return (int) contacts.stream()
                .filter(row -> FakeWorkspace.isReached(row, audience))
                .count();
    }

    @Override
    public List<RemoteCampaign> campaigns(Instant since) {
        if (!capabilities.campaigns()) {
            throw new IllegalStateException("this workspace does not list campaigns");
        }
        return ledger.stream()
                .filter(sent -> !sent.at().plus(lag).isAfter(time.truth()))
                .map(SimulatedSeax::remote)
                .sorted(FakeWorkspace.newestFirst())
                .toList();
    }

    @Override
    public Optional<RemoteCampaign> campaign(RemoteId id) {
        return ledger.stream()
                .filter(sent -> sent.id().equals(id))
                .map(SimulatedSeax::remote)
                .findFirst();
    }

    private static RemoteCampaign remote(Sent sent) {
        return new RemoteCampaign(
                sent.id(),
                sent.name(),
                CampaignRequest.TYPE,
                "finished",
                Optional.empty(),
                Optional.of(sent.at()),
                Optional.empty(),
                List.of(),
                OptionalInt.empty(),
                Optional.empty(),
                Map.of(),
                Map.of());
    }

    /** The log tells whom a campaign messaged, also when nothing else does. */
    @Override
    public void recipients(RemoteId id, Consumer<Addressee> rows) {
        ledger.stream()
                .filter(sent -> sent.id().equals(id))
                .flatMap(sent -> sent.reached().stream())
                .forEach(row -> rows.accept(
                        new Addressee(Optional.of(row.id()), row.whatsapp().orElse(""))));
    }

    @Override
    public KeyedHash hash() {
        return ApplyHarness.GAUGE.hash();
    }

    @Override
    public Optional<Duration> skew() {
        return Optional.of(Duration.between(time.wall(), time.truth()));
    }

    @Override
    public int logged(RemoteId id) {
        return 0;
    }

    @Override
    public List<RemoteJob> launches(Instant since) {
        throw new IllegalStateException("this workspace does not show jobs");
    }

    @Override
    public Optional<String> job(String jobId) {
        throw new IllegalStateException("this workspace does not show jobs");
    }

    Map<Marker, Sent> byMarker() {
        var found = new TreeMap<Marker, Sent>(java.util.Comparator.comparing(Marker::value));
        ledger.forEach(sent -> found.putIfAbsent(sent.marker(), sent));
        return found;
    }
}
