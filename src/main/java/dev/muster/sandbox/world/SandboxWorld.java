package dev.muster.sandbox.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The workspace as it stands: the default world and the events applied to it, in order. The same clock and the same events
 * give the same world in every process. Not safe for several threads; {@link SandboxStore} guards it.
 * What an event does, and what can be asked afterwards, stand in one file, because each needs the other's fields.
 */
public final class SandboxWorld {
    public static final String WORKSPACE_ID = "3fa85f64-5717-4562-b3fc-2c963f66afa6";

    private final List<SenderRow> senders;
    private final TemplateTable templates;
    private final ContactTable contacts = new ContactTable();
    private final Map<String, LabelRow> labels = new LinkedHashMap<>();
    private final Set<String> labelIds = new HashSet<>();
    private final Map<String, BitSet> members = new LinkedHashMap<>();
    private final Map<String, CampaignRow> campaigns = new LinkedHashMap<>();
    private final Map<String, Launch> launches = new LinkedHashMap<>();
    private final Map<String, ImportRow> imports = new LinkedHashMap<>();
    private final List<SentMessage> messages = new ArrayList<>();
    private long changes;
    private Instant clock;

    SandboxWorld(Instant clock, List<SenderRow> senders, List<TemplateRow> templates) {
        this.senders = List.copyOf(senders);
        this.templates = new TemplateTable(templates);
        this.clock = clock;
    }

    /** Applies one fact. */
    void apply(Event event) {
        if (event instanceof Event.ClockAdvanced advanced) {
            clock = clock.plus(advanced.by());
            templates.advance(clock);
        } else if (event instanceof Event.CampaignCreated created) {
            campaigns.put(created.campaign().uuid(), created.campaign());
        } else if (event instanceof Event.CampaignLaunched launched) {
            launches.put(launched.launch().campaign(), launched.launch());
            launched.attached().forEach(label -> attach(label, launched.launch().recipients()));
            campaign(launched.launch().campaign()).ifPresent(sent -> templates.count(sent, launched.launch()));
        } else if (event instanceof Event.MessageSent sent) {
            messages.add(sent.message());
        } else if (event instanceof Event.ContactsImported imported) {
            imports.put(imported.job().uuid(), imported.job());
        } else if (!templates.apply(event)) {
            applyToPeople(event);
        }
    }

    private void applyToPeople(Event event) {
        changes++;
        if (event instanceof Event.LabelCreated created) {
            labels.put(created.label().id(), created.label());
            labelIds.add(created.label().id());
            members.put(created.label().id(), new BitSet());
        } else if (event instanceof Event.LabelRenamed renamed) {
            labels.computeIfPresent(renamed.label(), (id, label) -> label.renamed(renamed.name()));
        } else if (event instanceof Event.LabelDeleted deleted) {
            labels.remove(deleted.label());
            members.remove(deleted.label());
        } else if (event instanceof Event.LabelAttached attached) {
            attach(attached.label(), attached.contacts());
        } else if (event instanceof Event.LabelDetached detached) {
            members.getOrDefault(detached.label(), new BitSet())
                    .andNot(detached.contacts().bits());
        } else if (event instanceof Event.ContactAdded added) {
            contacts.add(added.contact());
        } else if (event instanceof Event.ContactRemoved removed) {
            position(removed.contact()).ifPresent(this::remove);
        } else if (event instanceof Event.ContactChanged changed) {
            position(changed.contact().id()).ifPresent(at -> contacts.change(at, changed.contact()));
        }
    }

    private void attach(String label, Rows rows) {
        var marked = members.get(label);
        if (marked != null) {
            marked.or(rows.bits());
            marked.and(contacts.living());
        }
    }

    private void remove(int position) {
        contacts.remove(position);
        members.values().forEach(marked -> marked.clear(position));
    }

    public Instant clock() {
        return clock;
    }

    public List<SenderRow> senders() {
        return senders;
    }

    public Optional<SenderRow> sender(String id) {
        return senders.stream().filter(sender -> sender.id().equals(id)).findFirst();
    }

    public List<TemplateRow> templates() {
        return templates.all();
    }

    public Optional<TemplateRow> template(String name, String language) {
        return templates.find(name, language);
    }

    /** Which messages of a campaign that goes out now are held back. */
    public Optional<Launch.Held> held(TemplateRow template, int messages) {
        return templates.held(template, messages);
    }

    /** The failure that was decided for a message, the latest decision first. */
    public Optional<Integer> decidedFailure(String number, TemplateRow template) {
        return templates.failure(number, template);
    }

    /** Every row that there ever was, by position: also those who were removed since. */
    public List<ContactRow> contacts() {
        return contacts.all();
    }

    public ContactRow contact(int position) {
        return contacts.at(position);
    }

    /** Where a row is that was not removed. */
    public Optional<Integer> position(String contactId) {
        return contacts.position(contactId);
    }

    public Collection<LabelRow> labels() {
        return Collections.unmodifiableCollection(labels.values());
    }

    /** An id that no label ever had, also none that has another name by now or is gone. */
    public String newLabelId(String name) {
        return IntStream.iterate(1, times -> times + 1)
                .mapToObj(times -> Ids.uuid("label", times == 1 ? name : name + "\n" + times))
                .filter(id -> !labelIds.contains(id))
                .findFirst()
                .orElseThrow();
    }

    public Optional<LabelRow> label(String id) {
        return Optional.ofNullable(labels.get(id));
    }

    public Optional<LabelRow> labelNamed(String name) {
        return labels.values().stream()
                .filter(label -> label.name().equals(name))
                .findFirst();
    }

    /** The rows with a label; nobody has one that does not exist. */
    public BitSet members(String labelId) {
        return (BitSet) members.getOrDefault(labelId, new BitSet()).clone();
    }

    public boolean has(int contact, String labelId) {
        var marked = members.get(labelId);
        return marked != null && marked.get(contact);
    }

    /** Every row that was not removed. */
    public BitSet everybody() {
        return (BitSet) contacts.living().clone();
    }

    /** Takes out who has no WhatsApp number. */
    public void keepWhatsapp(BitSet rows) {
        rows.and(contacts.whatsapp());
    }

    /** Takes out who has no phone number. */
    public void keepPhone(BitSet rows) {
        rows.and(contacts.phone());
    }

    /** The rows that have this number, for calls or for WhatsApp. */
    public BitSet holders(String number) {
        var holders = contacts.holders(number);
        holders.and(contacts.living());
        return holders;
    }

    /** The first row that has this number for WhatsApp and was not removed. */
    public Optional<Integer> holder(String whatsapp) {
        return holders(whatsapp).stream()
                .filter(row -> contact(row).whatsapp().filter(whatsapp::equals).isPresent())
                .boxed()
                .findFirst();
    }

    /** Whether the order of positions is that of coming into being. */
    public boolean isChronological() {
        return contacts.isChronological();
    }

    /** Who has a label, for looking at one row after another. */
    public IntPredicate carriers(String labelId) {
        var marked = members.getOrDefault(labelId, new BitSet());
        return marked::get;
    }

    /** Puts people after those who are here, with their labels. */
    void furnish(MadeUpPeople people) {
        contacts.furnish(people);
        var labels = MadeUpPerson.LABELS.stream()
                .map(name -> members.get(labelNamed(name).orElseThrow().id()))
                .toList();
        people.mark(labels, contacts.whatsapp());
    }

    /** How often people or their labels have changed since the first day began. */
    long changes() {
        return changes;
    }

    boolean isThere(int position) {
        return contacts.living().get(position);
    }

    /** Somebody with a label, at a position or after it, else before it; -1 if nobody has it. */
    int carrier(String labelId, int position) {
        var marked = members.getOrDefault(labelId, new BitSet());
        int after = marked.nextSetBit(position);
        return after >= 0 ? after : marked.nextSetBit(0);
    }

    /** When somebody who is added now comes into being: not before whoever was added last. */
    public Instant newest() {
        int last = contacts.size() - 1;
        return last < 0 || contacts.at(last).created().isBefore(clock)
                ? clock
                : contacts.at(last).created();
    }

    public Collection<CampaignRow> campaigns() {
        return Collections.unmodifiableCollection(campaigns.values());
    }

    public Optional<CampaignRow> campaign(String uuid) {
        return Optional.ofNullable(campaigns.get(uuid));
    }

    /** The name of what went out. */
    String nameOf(Launch launch) {
        return campaign(launch.campaign()).map(CampaignRow::name).orElse(launch.campaign());
    }

    /** The row that a single message belongs to: the first with that WhatsApp number, also if it was removed since. */
    Optional<Integer> recipient(SentMessage message) {
        return contacts.holders(message.to()).stream()
                .filter(row ->
                        contact(row).person().filter(message.to()::equals).isPresent())
                .boxed()
                .findFirst();
    }

    Collection<Launch> launches() {
        return Collections.unmodifiableCollection(launches.values());
    }

    public Optional<Launch> launch(String campaignUuid) {
        return Optional.ofNullable(launches.get(campaignUuid));
    }

    public Collection<ImportRow> imports() {
        return Collections.unmodifiableCollection(imports.values());
    }

    Optional<ImportRow> imported(String uuid) {
        return Optional.ofNullable(imports.get(uuid));
    }

    public List<SentMessage> messages() {
        return Collections.unmodifiableList(messages);
    }
}
