package dev.muster.resolve;

import dev.muster.audience.ContactIndex;
import dev.muster.audience.FieldIndex;
import dev.muster.audience.FilledIn;
import dev.muster.audience.Funnel;
import dev.muster.audience.Roster;
import dev.muster.diagnostic.Checked;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.EnvironmentException;
import dev.muster.diagnostic.Places;
import dev.muster.diagnostic.Severity;
import dev.muster.model.Audience;
import dev.muster.model.Campaign;
import dev.muster.model.CampaignIdentity;
import dev.muster.model.Contact;
import dev.muster.model.Label;
import dev.muster.model.LabelId;
import dev.muster.model.LabelName;
import dev.muster.model.Policy;
import dev.muster.model.RemoteCampaign;
import dev.muster.model.WorkspaceSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Station 6: looks up every name and everybody reached, reading only. Labels, senders, contacts and campaigns are each
 * fetched once for the whole run, however many campaigns there are; labels once more when the contacts were read, to see that
 * they are still the same.
 */
public final class Resolver {
    private final Workspace workspace;
    private final WorkspaceSettings settings;
    private final Policy policy;
    private final Places places;
    private final Capabilities capabilities;
    private final List<Label> listed;
    private final LabelBook labels;
    private final PhoneBook phones;
    private final TemplateBook templates;
    private final Optional<ContactIndex> contacts;
    private final Optional<FieldIndex> fields;

    /** An audience that many campaigns share is counted once. */
    private final Map<Audience<LabelId>, Reach.Known> counted = new HashMap<>();

    private Resolver(
            List<Campaign> campaigns, Workspace workspace, WorkspaceSettings settings, Policy policy, Places places) {
        this.workspace = workspace;
        this.settings = settings;
        this.policy = policy;
        this.places = places;
        capabilities = workspace.capabilities();
        listed = labels();
        labels = new LabelBook(listed, capabilities.labels());
        phones = new PhoneBook(workspace.phones());
        templates = new TemplateBook(workspace, capabilities);
        var rows = capabilities.contactLabels() ? Optional.of(workspace.contacts()) : Optional.<List<Contact>>empty();
        requireSteadyLabels();
        contacts = rows.map(ContactIndex::of);
        fields = contacts.map(
                index -> FieldIndex.of(rows.orElseThrow(), index, texts(campaigns), policy.restrictions()));
    }

    /** Resolves the campaigns in the workspace. */
    public static Resolution resolve(
            List<Campaign> campaigns, Workspace workspace, WorkspaceSettings settings, Policy policy, Places places) {
        var resolver = new Resolver(campaigns, workspace, settings, policy, places);
        var resolved = new TreeMap<CampaignIdentity, Checked<ResolvedCampaign>>();
        campaigns.forEach(campaign -> resolved.put(campaign.identity(), resolver.resolve(campaign)));
        var sweep = new Sweep(resolver.labels, resolver.contacts);
        return new Resolution(
                resolver.capabilities,
                resolved,
                resolver.remote(),
                Optional.of(sweep),
                resolver.suppression(),
                workspace.skew(),
                Map.of());
    }

    private Checked<ResolvedCampaign> resolve(Campaign campaign) {
        var lookup = lookup(campaign);
        var audience = lookup.audience();
        var attach = lookup.attachLabels();
        var senders = lookup.senders();
        var findings = new ArrayList<>(lookup.findings());
        if (lookup.isIncomplete()) {
            return Checked.failed(findings);
        }
        var reach = reach(campaign, audience);
        findings.addAll(ReachFindings.of(campaign, audience, reach, settings, places));
        later(campaign, reach).ifPresent(findings::add);
        var message = new MessageFacts(filledIn(campaign, reach), templates.of(senders));
        return Checked.of(new ResolvedCampaign(campaign, senders, audience, attach, reach, message), findings);
    }

    /** Who is left for the waves after this one, if nothing changes meanwhile. */
    private Optional<Diagnostic> later(Campaign campaign, Reach reach) {
        int wave = campaign.identity().generation();
        int last = campaign.waves().size();
        if (wave >= last || !(reach instanceof Reach.Known known)) {
            return Optional.empty();
        }
        var everybody = Funnel.of(lookup(campaign.inWave(last)).audience(), labels::name, contacts.orElseThrow())
                .roster();
        int left = everybody.people() - everybody.shared(known.funnel().roster());
        return Optional.of(Diagnostic.of(
                Severity.NOTE,
                "waves/later",
                places.of(campaign.key() + ".waves"),
                String.format(
                        Locale.ROOT, "wave %d of %d; the later waves would reach %,d more people", wave, last, left),
                "nothing: each of them is planned and approved once its gate is open"));
    }

    private Lookup lookup(Campaign campaign) {
        return new Lookup(
                labels, phones, policy, places, campaign, settings.precautions().receiptLabels());
    }

    private Optional<FilledIn> filledIn(Campaign campaign, Reach reach) {
        return reach instanceof Reach.Known known
                ? fields.map(index ->
                        index.fillIn(campaign.message().text(), known.funnel().roster()))
                : Optional.empty();
    }

    private static List<String> texts(List<Campaign> campaigns) {
        return campaigns.stream().map(campaign -> campaign.message().text()).toList();
    }

    private SuppressionLabels suppression() {
        var ids = policy.alwaysExclude().stream()
                .flatMap(name -> labels.id(name, places.of("project.policy.always_exclude")).value().stream())
                .distinct()
                .toList();
        return SuppressionLabels.of(ids, listed, contacts);
    }

    private Reach reach(Campaign campaign, Audience<LabelId> audience) {
        if (contacts.isEmpty()) {
            return new Reach.Unknown(
                    "this API does not show which labels a contact has",
                    campaign.expect().atMost().orElse(0));
        }
        return counted.computeIfAbsent(audience, once -> counted(once, contacts.get()));
    }

    private Reach.Known counted(Audience<LabelId> audience, ContactIndex index) {
        var funnel = Funnel.of(audience, labels::name, index);
        return new Reach.Known(
                funnel, serverCount(audience), index.size(), otherRows(audience, funnel.roster(), index));
    }

    private Reach.OtherRows otherRows(Audience<LabelId> audience, Roster roster, ContactIndex index) {
        var byPolicy = audience.exclude().stream()
                .filter(labels::isAboutPeople)
                .collect(Collectors.partitioningBy(label -> isSuppression(labels.name(label))));
        var suppressed = byPolicy.getOrDefault(true, List.of());
        var excluded = byPolicy.getOrDefault(false, List.of());
        return new Reach.OtherRows(
                index.peopleCarrying(suppressed, roster),
                index.peopleCarrying(excluded, roster),
                index.likelyCarrying(suppressed, roster),
                index.likelyCarrying(excluded, roster),
                index.unreadableCarrying(suppressed));
    }

    private boolean isSuppression(String label) {
        return policy.alwaysExclude().contains(new LabelName(label));
    }

    private OptionalInt serverCount(Audience<LabelId> audience) {
        return capabilities.filters() ? OptionalInt.of(workspace.count(audience)) : OptionalInt.empty();
    }

    /** A label that goes away or gets another name while people are read would exclude nobody, and nothing would show it. */
    private void requireSteadyLabels() {
        if (capabilities.labels() && !names(labels()).equals(names(listed))) {
            throw new EnvironmentException(
                    "the labels of the workspace changed while its contacts were read: plan again when nobody edits"
                            + " them");
        }
    }

    private static Map<LabelId, LabelName> names(List<Label> labels) {
        return labels.stream().collect(Collectors.toMap(Label::id, Label::name, (one, same) -> one));
    }

    /** Labels as SeaX lists them; where it cannot, those that the project file names. */
    private List<Label> labels() {
        return capabilities.labels() ? workspace.labels() : settings.writtenLabels();
    }

    private Optional<List<RemoteCampaign>> remote() {
        return capabilities.campaigns() ? Optional.of(workspace.campaigns(Instant.EPOCH)) : Optional.empty();
    }
}
