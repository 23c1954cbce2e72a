package dev.muster;

import dev.muster.definition.AudienceDefinition;
import dev.muster.definition.Definitions;
import dev.muster.definition.Document;
import dev.muster.definition.Documents;
import dev.muster.definition.Kind;
import dev.muster.diagnostic.Checked;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.model.Campaign;
import dev.muster.model.CampaignKey;
import dev.muster.plan.BaseRevision;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The definitions of another revision, as far as they can be believed: a campaign is left out when a file that it is made
 * of could not be read to the end, because an exclusion may have been lost with the rest.
 */
final class OldDefinitions {
    private static final Pattern KEY = Pattern.compile(CampaignKey.FORM);

    private final Documents documents;
    private final Definitions definitions;
    private final List<Diagnostic> misread;
    private final Set<String> damaged;

    private OldDefinitions(Documents documents, Definitions definitions, List<Diagnostic> findings) {
        this.documents = documents;
        this.definitions = definitions;
        this.misread = findings.stream().filter(Diagnostic::stops).toList();
        this.damaged = misread.stream().map(OldDefinitions::file).collect(Collectors.toSet());
    }

    /** The revision; it fails when the project file is one that cannot be believed. {@code findings} are the reader's. */
    static Checked<BaseRevision> of(
            BaseRevision.Name name, Documents documents, Definitions definitions, List<Diagnostic> findings) {
        return new OldDefinitions(documents, definitions, findings).revision(name);
    }

    private Checked<BaseRevision> revision(BaseRevision.Name name) {
        var project = definitions.places().of(Kind.PROJECT.word()).file();
        if (damaged.contains(project)) {
            return Checked.failed(misread.stream()
                    .filter(finding -> file(finding).equals(project))
                    .toList());
        }
        var broken = broken();
        var campaigns = definitions.campaigns().stream()
                .filter(campaign -> !broken.contains(campaign.key()))
                .toList();
        var policy = Optional.of(definitions.project().policy());
        return Checked.of(new BaseRevision(name, campaigns, policy, broken, unreadable()), List.of());
    }

    /** Campaigns that could not be built, and those that a damaged file belongs to, or may belong to. */
    private Set<CampaignKey> broken() {
        var built = definitions.campaigns().stream()
                .map(Campaign::key)
                .map(CampaignKey::value)
                .collect(Collectors.toSet());
        boolean audiencesDamaged = documents
                .of(Kind.AUDIENCE)
                .anyMatch(audience -> damaged.contains(audience.place().file()));
        return documents
                .of(Kind.CAMPAIGN)
                .filter(campaign ->
                        campaign.key().filter(KEY.asMatchPredicate()).isPresent())
                .filter(campaign -> !built.contains(campaign.key().orElseThrow())
                        || isDamaged(campaign.key().orElseThrow())
                        || (audiencesDamaged && isBuiltOnAudiences(campaign)))
                .map(campaign -> new CampaignKey(campaign.key().orElseThrow()))
                .collect(Collectors.toSet());
    }

    private boolean isDamaged(String campaign) {
        return definitions.places().in(campaign).values().stream().anyMatch(part -> damaged.contains(part.file()));
    }

    /** Through {@code extends} a damaged audience may have lost items that left no trace in what was built. */
    private boolean isBuiltOnAudiences(Document campaign) {
        return Documents.reference(campaign, Kind.AUDIENCE).isPresent()
                || documents
                        .part(campaign, Kind.AUDIENCE, AudienceDefinition.class)
                        .filter(audience -> audience.part("base", String.class).isPresent())
                        .isPresent();
    }

    private List<String> unreadable() {
        var read =
                documents.all().map(Document::place).map(place -> place.file()).collect(Collectors.toSet());
        return damaged.stream().filter(file -> !read.contains(file)).sorted().toList();
    }

    private static String file(Diagnostic finding) {
        return finding.place().file();
    }
}
