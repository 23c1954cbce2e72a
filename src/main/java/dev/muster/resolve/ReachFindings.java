package dev.muster.resolve;

import dev.muster.diagnostic.AudienceRule;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.Place;
import dev.muster.diagnostic.Places;
import dev.muster.diagnostic.Severity;
import dev.muster.model.Audience;
import dev.muster.model.Campaign;
import dev.muster.model.LabelId;
import dev.muster.model.project.WorkspaceSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whether the number of people can be believed: what Muster counts must be what SeaX counts, and where SeaX's reading of an
 * audience is not known, nothing may depend on it.
 */
final class ReachFindings {
    private final Campaign campaign;
    private final Audience<LabelId> audience;
    private final WorkspaceSettings settings;
    private final CountTolerance tolerance;
    private final Place place;
    private final List<Diagnostic> findings = new ArrayList<>();

    private ReachFindings(
            Campaign campaign,
            Audience<LabelId> audience,
            WorkspaceSettings settings,
            CountTolerance tolerance,
            Place place) {
        this.tolerance = tolerance;
        this.campaign = campaign;
        this.audience = audience;
        this.settings = settings;
        this.place = place;
    }

    static List<Diagnostic> of(
            Campaign campaign,
            Audience<LabelId> audience,
            Reach reach,
            WorkspaceSettings settings,
            CountTolerance tolerance,
            Places places) {
        var place = places.of(campaign.key() + ".audience");
        var findings = new ReachFindings(campaign, audience, settings, tolerance, place);
        if (reach instanceof Reach.Known known) {
            findings.known(known);
        } else if (reach instanceof Reach.Unknown unknown) {
            findings.unknown(unknown);
        }
        return findings.findings;
    }

    private void known(Reach.Known reach) {
        int missing = tolerance.missing();
        if (missing > 0) {
            var message = String.format(
                    Locale.ROOT,
                    "SeaX has %,d contact%s more than it listed in each reading",
                    missing,
                    missing == 1 ? "" : "s");
            findings.add(AudienceRule.CONTACTS_MISSING
                    .at(place, message, "plan again; if it stays, ask SeaX which contacts its list leaves out")
                    .acceptedBy(campaign.acknowledged()));
        }
        boolean confirmed = reach.serverCount().isPresent();
        int difference = confirmed ? Math.abs(reach.serverCount().getAsInt() - reach.byLabels()) : 0;
        if (difference > tolerance.people(reach.byLabels())) {
            disagrees(reach);
            return;
        }
        if (difference > 0) {
            moved(reach);
        }
        if (isAnyWithAll()) {
            anyWithAll(confirmed);
        }
    }

    private void moved(Reach.Known reach) {
        findings.add(AudienceRule.SERVER_DISAGREES.at(
                Severity.NOTE,
                place,
                counts(reach),
                String.format(
                        Locale.ROOT,
                        "nothing: contacts changed meanwhile, so the counts may differ by up to %,d",
                        tolerance.people(reach.byLabels()))));
    }

    private void disagrees(Reach.Known reach) {
        findings.add(AudienceRule.SERVER_DISAGREES.at(
                place,
                counts(reach),
                isAnyWithAll()
                        ? "SeaX seems to read `any` with `all` as either: write all labels in `all`, or use `any` alone"
                        : "contacts may have changed while reading: plan again; if it stays, do not send"));
    }

    private static String counts(Reach.Known reach) {
        return String.format(
                Locale.ROOT,
                "SeaX counts %,d contacts for this audience, Muster counts %,d",
                reach.serverCount().getAsInt(),
                reach.byLabels());
    }

    private void unknown(Reach.Unknown reach) {
        var message = "reach unknown: " + reach.why();
        var unverified = AudienceRule.UNVERIFIED.at(place, message);
        findings.add(settings.acceptUnverifiedAudiences()
                .map(unverified::acknowledge)
                .orElse(unverified));
        if (campaign.expect().atMost().isEmpty()) {
            var help =
                    "write `expect: {at_most: …}`; it is what `--confirm` counts and what SeaX's answer is held against";
            findings.add(AudienceRule.UNVERIFIED_WITHOUT_LIMIT.at(place, "no limit for an unknown reach", help));
        }
        if (isAnyWithAll()) {
            anyWithAll(false);
        }
    }

    private boolean isAnyWithAll() {
        return !audience.any().isEmpty() && !audience.all().isEmpty();
    }

    private void anyWithAll(boolean confirmed) {
        var rule = AudienceRule.ANY_WITH_ALL;
        var message = "`any` with `all` is read as both: one of `any` and every one of `all`";
        if (confirmed) {
            var help = "SeaX's own count for this audience confirms it";
            findings.add(rule.at(Severity.NOTE, place, message, help));
            return;
        }
        var danger = rule.at(
                place,
                message + ", but this API cannot confirm that SeaX reads it so",
                "write all labels in `all`, or use `any` alone");
        findings.add(danger.acceptedBy(campaign.acknowledged()));
    }
}
