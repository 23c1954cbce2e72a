package dev.muster.resolve;

import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.PartRule;
import dev.muster.diagnostic.Places;
import dev.muster.model.Campaign;

/** What keeps the parts of a campaign from being sent. */
final class PartFindings {
    private PartFindings() {}

    static Diagnostic peopleNotShown(Campaign campaign, Places places) {
        return PartRule.PEOPLE_NOT_SHOWN.at(
                places.of(campaign.key() + ".audience"), "this API does not show which labels a contact has");
    }

    static Diagnostic templatesNotListed(Campaign campaign, Places places) {
        return PartRule.TEMPLATES_NOT_LISTED.at(
                places.of(campaign.key() + ".message"), "SeaX does not list the templates of the sender");
    }

    /** Nobody can tell whom the earlier parts reached. */
    static Diagnostic otherKey(Campaign campaign, Places places) {
        return PartRule.OTHER_KEY.at(
                places.of(campaign.key().value()),
                "its earlier parts were recorded under another API key, so nobody can tell whom they reached");
    }
}
