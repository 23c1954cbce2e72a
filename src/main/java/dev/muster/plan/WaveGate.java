package dev.muster.plan;

import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.Place;
import dev.muster.diagnostic.WaveRule;
import dev.muster.lock.LockEntry;
import dev.muster.model.Campaign;
import dev.muster.model.Gate;
import dev.muster.model.MessageCounts;
import dev.muster.model.project.Fingerprint;
import dev.muster.resolve.EarlierWave;
import dev.muster.resolve.Resolution;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether a later wave may be sent: enough time has passed since the wave that was sent before it, SeaX's numbers of that
 * wave are as the gate wants them, and it is known of every earlier wave whom it reached. A number that SeaX does not give
 * opens no gate.
 */
record WaveGate(PlanContext context, Resolution resolution) {
    /** When the gate can open at the earliest, while that is in the future. */
    Optional<Instant> due(Campaign campaign) {
        return RecordedWaves.due(campaign, context.lock()).filter(context.now()::isBefore);
    }

    /** Why the wave must not be sent now. */
    List<Diagnostic> check(Campaign campaign) {
        if (campaign.waves().isEmpty()) {
            return List.of();
        }
        var place = context.places().of(campaign.key() + ".waves");
        var findings = new ArrayList<>(possible(campaign, place));
        notSent(campaign, place).ifPresent(findings::add);
        RecordedWaves.before(campaign, context.lock())
                .ifPresentOrElse(
                        sent -> findings.addAll(after(campaign, sent, place)),
                        () -> unmeasured(campaign, place).ifPresent(findings::add));
        return findings;
    }

    /** What every wave needs, the first one too: one that no other could follow is not begun. */
    private List<Diagnostic> possible(Campaign campaign, Place place) {
        var findings = new ArrayList<Diagnostic>();
        if (!context.settings().precautions().receiptLabels()) {
            findings.add(WaveRule.NO_RECEIPTS.at(
                    place,
                    "a later wave leaves out whom an earlier one reached by its receipt label, and this workspace makes"
                            + " none"));
        }
        if (!resolution.capabilities().contactLabels()) {
            findings.add(WaveRule.PEOPLE_NOT_SHOWN.at(
                    place,
                    "this API does not show which labels a contact has, so nobody can tell whom an earlier wave reached",
                    "remove `waves`; " + campaign.key() + " is then sent to all at once"));
        }
        return findings;
    }

    private Optional<Diagnostic> notSent(Campaign campaign, Place place) {
        var waves = RecordedWaves.notSent(campaign, context.lock());
        return waves.isEmpty()
                ? Optional.empty()
                : Optional.of(WaveRule.NOT_SENT.at(
                        place,
                        (waves.size() == 1 ? "wave " : "waves ")
                                + waves.stream().map(String::valueOf).collect(Collectors.joining(", "))
                                + (waves.size() == 1 ? " was" : " were")
                                + " not sent: these people get it in a later wave"));
    }

    /** Everybody who is left must not be the first to get a message that was to be tried first. */
    private static Optional<Diagnostic> unmeasured(Campaign campaign, Place place) {
        int wave = campaign.identity().generation();
        return wave == 1 || wave < campaign.waves().size()
                ? Optional.empty()
                : Optional.of(WaveRule.NONE_SENT.at(
                        place, "no wave before the last one was sent, so there are no figures to decide by"));
    }

    private List<Diagnostic> after(Campaign campaign, LockEntry.Confirmed sent, Place place) {
        var findings = new ArrayList<Diagnostic>();
        edited(campaign, sent).ifPresent(findings::add);
        resolution.before(campaign.identity()).ifPresent(earlier -> {
            earlier.waves().stream()
                    .filter(wave -> wave.identity().equals(sent.identity()))
                    .forEach(
                            wave -> gate(campaign).ifPresent(gate -> findings.addAll(closed(gate, wave, sent, place))));
            findings.addAll(new WaveReach(earlier, place).findings(campaign));
        });
        return findings;
    }

    private static Optional<Gate> gate(Campaign campaign) {
        return campaign.waves().get(campaign.identity().generation() - 1).gate();
    }

    /** The gate measured another message. */
    private Optional<Diagnostic> edited(Campaign campaign, LockEntry sent) {
        var parts = Fingerprint.of(campaign).differences(sent.attempt().fingerprint());
        if (!parts.contains(Fingerprint.MESSAGE)) {
            return Optional.empty();
        }
        var danger = WaveRule.EDITED_BETWEEN.at(
                context.places().of(campaign.key() + ".message"),
                "the message was edited since wave " + sent.identity().generation() + ", whose numbers are about"
                        + " another text",
                "undo the edit, or acknowledge " + WaveRule.EDITED_BETWEEN.id() + " with a reason");
        return Optional.of(danger.acceptedBy(campaign.acknowledged()));
    }

    private static List<Diagnostic> closed(Gate gate, EarlierWave wave, LockEntry.Confirmed sent, Place place) {
        MessageCounts tally = wave.tally();
        var figures = new WaveFigures(
                wave.number(),
                tally,
                tally.total().orElse(sent.attempt().audience().messages()),
                place);
        return Stream.of(
                        figures.known("sent"),
                        wave.over() ? Stream.<Diagnostic>empty() : figures.underWay(),
                        figures.atMost("failed", gate.maxFailed()),
                        figures.atLeast("delivered", gate.minDelivered()))
                .flatMap(found -> found)
                .toList();
    }
}
