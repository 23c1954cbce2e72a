package dev.muster.check;

import dev.muster.definition.Block;
import dev.muster.definition.Definitions;
import dev.muster.definition.Document;
import dev.muster.definition.Documents;
import dev.muster.definition.Kind;
import dev.muster.definition.MessageDefinition;
import dev.muster.definition.ProjectDefinition;
import dev.muster.definition.ScheduleDefinition;
import dev.muster.diagnostic.Place;
import dev.muster.diagnostic.Places;
import dev.muster.model.Campaign;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Documents to definitions: references followed, defaults applied. It judges nothing: what cannot be built is left out,
 * and a rule has said why.
 */
record Expander(Documents documents) {
    /** The schedule that needs no document. */
    static final String IMMEDIATELY = "immediately";

    /** Empty when there is no project, or one that cannot be built. */
    Optional<Definitions> definitions() {
        return documents.project().flatMap(Block::whole).flatMap(this::definitions);
    }

    private Optional<Definitions> definitions(ProjectDefinition written) {
        return new ProjectExpander(written)
                .project()
                .map(project -> new Definitions(project, campaigns(written), places()));
    }

    private List<Campaign> campaigns(ProjectDefinition project) {
        var expander = new CampaignExpander(documents, project.defaults());
        return campaignDocuments().stream()
                .flatMap(document -> expander.campaign(document).stream())
                .sorted(Comparator.comparing(Campaign::key))
                .toList();
    }

    /** One document for each key; a second one of the same key is a finding already. */
    private List<Document> campaignDocuments() {
        return documents.keys(Kind.CAMPAIGN).stream()
                .flatMap(key -> documents.find(Kind.CAMPAIGN, key).stream())
                .toList();
    }

    private Places places() {
        return Places.lookedUp(name -> {
            var places = new HashMap<String, Place>();
            if (name.equals(Kind.PROJECT.word())) {
                documents.project().ifPresent(project -> places.putAll(project.placesAs(name)));
            }
            documents.find(Kind.CAMPAIGN, name).ifPresent(campaign -> places.putAll(places(campaign, name)));
            return places;
        });
    }

    /** Parts first and the campaign last, so that a part's own path leads to where the campaign asks for it. */
    private Map<String, Place> places(Document campaign, String key) {
        var places = new HashMap<String, Place>();
        new Inheritance(documents).of(campaign).ifPresent(part -> places.putAll(part.placesAs(key + ".audience")));
        documents
                .part(campaign, Kind.MESSAGE, MessageDefinition.class)
                .ifPresent(part -> places.putAll(part.placesAs(key + ".message")));
        documents
                .part(campaign, Kind.SCHEDULE, ScheduleDefinition.class)
                .ifPresent(part -> places.putAll(part.placesAs(key + ".schedule")));
        places.putAll(campaign.root().placesAs(key));
        return places;
    }
}
