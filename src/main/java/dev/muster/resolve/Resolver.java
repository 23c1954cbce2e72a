package dev.muster.resolve;

import dev.muster.audience.ContactIndex;
import dev.muster.audience.FilledIn;
import dev.muster.audience.Funnel;
import dev.muster.diagnostic.AudienceRule;
import dev.muster.diagnostic.Checked;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.Places;
import dev.muster.diagnostic.WaveRule;
import dev.muster.model.Audience;
import dev.muster.model.Campaign;
import dev.muster.model.CampaignIdentity;
import dev.muster.model.LabelId;
import dev.muster.model.Phone;
import dev.muster.model.RemoteCampaign;
import dev.muster.model.TemplateMessage;
import dev.muster.model.project.Policy;
import dev.muster.model.project.WorkspaceSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Station 6: looks up every name and everybody reached, reading only. Labels, senders, contacts and campaigns are each
 * fetched once for the whole run, however many campaigns there are. It is one file because every look-up shares what was read
 * once.
 */
public final class Resolver {
    private final Workspace workspace;
    private final WorkspaceSettings settings;
    private final Policy policy;
    private final Places places;
    private final Capabilities capabilities;
    private final PeopleReading people;
    private final LabelIndex labels;
    private final SenderIndex phones;
    private final TemplateIndex templates;
    private final Optional<ContactIndex> contacts;

    private final Optional<List<RemoteCampaign>> remote;
    private final RecordedSends sent;
    private final Optional<WaveLogs> logs;

    private final ReachCounter counter;
    private final Map<CampaignIdentity, EarlierWaves> earlierWaves = new HashMap<>();
    private final Map<CampaignIdentity, Campaign> movedOn = new HashMap<>();
    private final Map<CampaignIdentity, Integer> passedOver = new HashMap<>();

    private Resolver(
            List<Campaign> campaigns,
            Workspace workspace,
            WorkspaceSettings settings,
            Policy policy,
            Places places,
            RecordedSends sent,
            Optional<PeopleReading> earlier) {
        this.workspace = workspace;
        this.settings = settings;
        this.policy = policy;
        this.places = places;
        capabilities = workspace.capabilities();
        var read = PeopleReading.of(workspace, settings, policy, texts(campaigns), fields(campaigns));
        people = earlier.map(read::after).orElse(read);
        labels = people.labels();
        contacts = people.contacts();
        phones = new SenderIndex(workspace.phones());
        templates = new TemplateIndex(workspace, capabilities);
        counter = new ReachCounter(workspace, policy, labels, contacts);
        this.sent = sent;
        remote = remote();
        logs = contacts.map(index -> new WaveLogs(workspace, sent, remote.orElse(List.of()), index));
    }

    /** Resolves the campaigns in a workspace where nothing was sent before. */
    public static Resolution resolve(
            List<Campaign> campaigns, Workspace workspace, WorkspaceSettings settings, Policy policy, Places places) {
        return resolve(campaigns, workspace, settings, policy, places, RecordedSends.NONE);
    }

    /**
     * Resolves the campaigns in the workspace. Where SeaX counts other people than were read, everything is read once more, since
     * a workspace moves.
     */
    public static Resolution resolve(
            List<Campaign> campaigns,
            Workspace workspace,
            WorkspaceSettings settings,
            Policy policy,
            Places places,
            RecordedSends sent) {
        var first = new Resolver(campaigns, workspace, settings, policy, places, sent, Optional.empty());
        var resolution = first.resolution(campaigns);
        if (!first.disagrees(resolution)) {
            return resolution;
        }
        return new Resolver(campaigns, workspace, settings, policy, places, sent, Optional.of(first.people))
                .resolution(campaigns);
    }

    private boolean disagrees(Resolution resolution) {
        return tolerance().missing() > 0
                || resolution.suppression().isUncounted()
                || resolution.campaigns().values().stream()
                        .flatMap(resolved -> resolved.diagnostics().stream())
                        .anyMatch(finding -> finding.rule() == AudienceRule.SERVER_DISAGREES && finding.stops());
    }

    private Resolution resolution(List<Campaign> campaigns) {
        var resolved = new TreeMap<CampaignIdentity, Checked<ResolvedCampaign>>();
        campaigns.forEach(campaign -> {
            var now = withPeople(campaign);
            resolved.put(now.identity(), resolve(now));
        });
        return new Resolution(
                capabilities,
                resolved,
                remote,
                Optional.of(new WorkspaceSnapshot(labels, contacts)),
                suppression(),
                workspace.skew(),
                earlierWaves,
                movedOn,
                new MovementFindings(people, places.of("project.workspaces")).all());
    }

    /** The campaign at its first wave that reaches somebody, as far as empty ones may be passed over. */
    private Campaign withPeople(Campaign campaign) {
        var now = campaign;
        while (now.mayBeEmpty() && isEmpty(now)) {
            now = now.inWave(now.identity().generation() + 1);
        }
        if (!now.identity().equals(campaign.identity())) {
            movedOn.put(campaign.identity(), now);
            passedOver.put(now.identity(), campaign.identity().generation());
        }
        return now;
    }

    private Diagnostic empty(Campaign campaign, int first) {
        int next = campaign.identity().generation();
        var waves =
                first == next - 1 ? "wave " + first + " reaches" : "waves " + first + " to " + (next - 1) + " reach";
        return WaveRule.EMPTY.at(
                places.of(campaign.key() + ".waves"), waves + " nobody and may be empty, so wave " + next + " is next");
    }

    private boolean isEmpty(Campaign campaign) {
        return resolve(campaign)
                .value()
                .filter(resolved -> resolved.reach() instanceof Reach.Known known && known.messages() == 0)
                .isPresent();
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
        if (campaign.isByNumbers()) {
            return byNumbers(campaign, audience, senders, findings);
        }
        var reach = wave(campaign, lookup, audience)
                .map(wave -> leaving(campaign, wave))
                .orElseGet(() -> counter.reach(campaign, audience));
        findings.addAll(ReachFindings.of(campaign, audience, reach, settings, tolerance(), places));
        later(campaign, reach).ifPresent(findings::add);
        Optional.ofNullable(passedOver.get(campaign.identity())).ifPresent(wave -> findings.add(empty(campaign, wave)));
        var message = new MessageContext(filledIn(campaign, reach), templates.of(senders));
        return Checked.of(new ResolvedCampaign(campaign, senders, audience, attach, reach, message), findings);
    }

    private Checked<ResolvedCampaign> byNumbers(
            Campaign campaign, Audience<LabelId> audience, List<Phone> senders, List<Diagnostic> findings) {
        var listed = templates.of(senders);
        if (contacts.isEmpty() || listed.isEmpty()) {
            findings.add(
                    contacts.isEmpty()
                            ? PartFindings.peopleNotShown(campaign, places)
                            : PartFindings.templatesNotListed(campaign, places));
            return Checked.failed(findings);
        }
        var found = new NumbersResolver(
                        campaign,
                        audience,
                        labels,
                        contacts.get(),
                        people.persons(),
                        host -> !policy.restrictions().allowsLinkTo(host),
                        places)
                .resolve(listed.get().get(0), sent.parts(campaign.identity()), workspace.hash());
        findings.addAll(found.findings());
        var reach = counter.known(audience, found.funnel(), contacts.orElseThrow());
        findings.addAll(ReachFindings.of(campaign, audience, reach, settings, tolerance(), places));
        var message = new MessageContext(Optional.empty(), listed);
        return Checked.of(
                new ResolvedCampaign(campaign, senders, audience, List.of(), reach, message, found.numbered()),
                findings);
    }

    /** Who is left for the waves after this one, if nothing changes meanwhile. */
    private Optional<Diagnostic> later(Campaign campaign, Reach reach) {
        int wave = campaign.identity().generation();
        int last = campaign.waves().size();
        if (wave >= last || !(reach instanceof Reach.Known known)) {
            return Optional.empty();
        }
        var lookup = lookup(campaign.inWave(last));
        var audience = lookup.audience();
        var everybody = wave(campaign, lookup, audience)
                .map(rest -> rest.funnel(labels::name))
                .orElseGet(() -> Funnel.of(audience, labels::name, contacts.orElseThrow()))
                .roster();
        int left = everybody.people() - everybody.shared(known.funnel().roster());
        return Optional.of(WaveRule.LATER.at(
                places.of(campaign.key() + ".waves"),
                String.format(
                        Locale.ROOT, "wave %d of %d; the later waves would reach %,d more people", wave, last, left)));
    }

    private Lookup lookup(Campaign campaign) {
        var receipts = Optional.of(sent.receipts(campaign.key()).toList())
                .filter(made -> settings.precautions().receiptLabels());
        return new Lookup(labels, phones, policy, places, campaign, receipts);
    }

    /** A later wave that may be sent now, where its people can be seen. */
    private Optional<WaveResolver> wave(Campaign campaign, Lookup lookup, Audience<LabelId> audience) {
        return logs.filter(asked -> sent.waves().contains(campaign.key()))
                .map(asked -> new WaveResolver(
                        asked.of(campaign.key()), audience, lookup.receipts(), contacts.orElseThrow()));
    }

    private Reach leaving(Campaign campaign, WaveResolver wave) {
        earlierWaves.put(campaign.identity(), wave.earlier(labels::name));
        return counter.known(wave.audience(), wave.funnel(labels::name), contacts.orElseThrow());
    }

    private Optional<FilledIn> filledIn(Campaign campaign, Reach reach) {
        return reach instanceof Reach.Known known
                ? people.fields()
                        .map(index -> index.fillIn(
                                campaign.message().text(), known.funnel().roster()))
                : Optional.empty();
    }

    private static List<String> texts(List<Campaign> campaigns) {
        return campaigns.stream().map(campaign -> campaign.message().text()).toList();
    }

    private static List<String> fields(List<Campaign> campaigns) {
        return campaigns.stream()
                .flatMap(campaign -> campaign.message().byNumbers().stream())
                .flatMap(TemplateMessage::fields)
                .distinct()
                .toList();
    }

    private SuppressionLabels suppression() {
        return SuppressionLabels.of(
                PeopleReading.suppression(policy, labels), people.listed(), contacts, people.suppression());
    }

    private CountTolerance tolerance() {
        return new CountTolerance(people, policy.drift());
    }

    private Optional<List<RemoteCampaign>> remote() {
        return capabilities.campaigns() ? Optional.of(workspace.campaigns(Instant.EPOCH)) : Optional.empty();
    }
}
