package dev.muster.plan;

import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.Place;
import dev.muster.diagnostic.Severity;
import dev.muster.diff.Change;
import dev.muster.lock.Lock;
import dev.muster.lock.LockEntry;
import dev.muster.model.Campaign;
import dev.muster.model.CampaignIdentity;
import dev.muster.model.Fingerprint;
import dev.muster.model.Gate;
import dev.muster.model.Receipt;
import dev.muster.model.RemoteId;
import dev.muster.model.Tally;
import dev.muster.resolve.EarlierWave;
import dev.muster.resolve.Resolution;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether a later wave may be sent: enough time has passed since the wave before it, and SeaX's numbers of that wave are as
 * the gate wants them. A number that SeaX does not give opens no gate.
 */
public record WaveGate(PlanContext context, Resolution resolution) {
    static final String EDITED = "waves/edited-between";

    /** What must be asked of SeaX for these changes: the wave before each later one. */
    public static Map<CampaignIdentity, RemoteId> awaited(List<Change> changes, Optional<Lock> lock) {
        var awaited = new HashMap<CampaignIdentity, RemoteId>();
        changes.stream()
                .filter(change -> change instanceof Change.Added || change instanceof Change.Refused)
                .flatMap(change -> change.definition().stream())
                .forEach(campaign -> before(campaign, lock)
                        .ifPresent(sent ->
                                awaited.put(sent.identity(), sent.remote().id())));
        return awaited;
    }

    private static Optional<LockEntry.Confirmed> before(Campaign campaign, Optional<Lock> lock) {
        int wave = campaign.identity().generation();
        return campaign.waves().isEmpty() || wave == 1
                ? Optional.empty()
                : lock.flatMap(record -> record.entry(new CampaignIdentity(campaign.key(), wave - 1)))
                        .filter(LockEntry.Confirmed.class::isInstance)
                        .map(LockEntry.Confirmed.class::cast);
    }

    /** When the gate can open at the earliest, while that is in the future. */
    Optional<Instant> due(Campaign campaign) {
        return gate(campaign)
                .flatMap(gate -> before(campaign, context.lock())
                        .map(sent -> sent.attempt().at().plus(gate.after())))
                .filter(context.now()::isBefore);
    }

    private static Optional<Gate> gate(Campaign campaign) {
        return campaign.waves().isEmpty()
                ? Optional.empty()
                : campaign.waves().get(campaign.identity().generation() - 1).gate();
    }

    /** Why the wave must not be sent now. */
    List<Diagnostic> check(Campaign campaign) {
        if (campaign.waves().isEmpty()) {
            return List.of();
        }
        var findings = new ArrayList<Diagnostic>();
        var place = context.places().of(campaign.key() + ".waves");
        if (!context.settings().precautions().receiptLabels()) {
            findings.add(Diagnostic.error(
                    "waves/no-receipts",
                    place,
                    "a later wave leaves out whom an earlier one reached by its receipt label, and this workspace makes"
                            + " none",
                    "set `receipt_labels: true` for the workspace"));
        }
        before(campaign, context.lock()).ifPresent(sent -> {
            edited(campaign, sent).ifPresent(findings::add);
            gate(campaign).ifPresent(gate -> findings.addAll(closed(gate, sent, place)));
            unmarked(sent, place).ifPresent(findings::add);
        });
        return findings;
    }

    /** The gate measured another message. */
    private Optional<Diagnostic> edited(Campaign campaign, LockEntry sent) {
        var parts = Fingerprint.of(campaign).differences(sent.attempt().fingerprint());
        if (!parts.contains(Fingerprint.MESSAGE)) {
            return Optional.empty();
        }
        var danger = Diagnostic.of(
                Severity.DANGER,
                EDITED,
                context.places().of(campaign.key() + ".message"),
                "the message was edited since wave " + sent.identity().generation() + ", whose numbers are about"
                        + " another text",
                "undo the edit, or acknowledge " + EDITED + " with a reason");
        return Optional.of(Optional.ofNullable(campaign.acknowledged().get(EDITED))
                .map(danger::acknowledge)
                .orElse(danger));
    }

    /** Whoever got the wave before and does not carry its label would get the message twice. */
    private Optional<Diagnostic> unmarked(LockEntry.Confirmed sent, Place place) {
        var carrying = resolution
                .sweep()
                .flatMap(sweep -> sweep.labelNamed(Receipt.nameOf(sent.identity())))
                .map(label -> label.count().orElse(0))
                .orElse(0);
        long reached =
                tally(sent).number("sent").orElse(sent.attempt().audience().messages());
        return carrying >= reached
                ? Optional.empty()
                : Optional.of(Diagnostic.error(
                        "waves/receipts-missing",
                        place,
                        String.format(
                                Locale.ROOT,
                                "wave %d reached %,d contacts, and %,d carry its receipt label: the others would get it twice",
                                sent.identity().generation(),
                                reached,
                                carrying),
                        "plan again later: SeaX may attach labels with delay; do not go on without them"));
    }

    private Tally tally(LockEntry.Confirmed sent) {
        return earlier(sent).map(EarlierWave::tally).orElse(Tally.NONE);
    }

    private Optional<EarlierWave> earlier(LockEntry.Confirmed sent) {
        return Optional.ofNullable(resolution.earlierWaves().get(sent.identity()));
    }

    private List<Diagnostic> closed(Gate gate, LockEntry.Confirmed sent, Place place) {
        var tally = tally(sent);
        var figures = new WaveFigures(
                sent.identity().generation(),
                tally,
                tally.total().orElse(sent.attempt().audience().messages()),
                place);
        boolean over = earlier(sent).map(EarlierWave::over).orElse(true);
        return Stream.of(
                        figures.known("sent"),
                        over ? Stream.<Diagnostic>empty() : figures.underWay(),
                        figures.atMost("failed", gate.maxFailed()),
                        figures.atLeast("delivered", gate.minDelivered()))
                .flatMap(found -> found)
                .toList();
    }
}
