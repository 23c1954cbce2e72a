package dev.muster.plan;

import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.Place;
import dev.muster.diagnostic.WaveRule;
import dev.muster.model.Campaign;
import dev.muster.resolve.EarlierWave;
import dev.muster.resolve.EarlierWaves;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether everybody whom an earlier wave reached is left out of the next one: it is known of every wave whom it reached, and
 * the request can leave them all out.
 */
record WaveReach(EarlierWaves earlier, Place place) {

    List<Diagnostic> findings(Campaign campaign) {
        var findings = new ArrayList<Diagnostic>();
        earlier.waves().forEach(wave -> {
            unknown(wave).ifPresent(findings::add);
            underWay(wave).ifPresent(findings::add);
            sentTwice(wave, campaign).ifPresent(findings::add);
        });
        Stream.of(tooMany(), otherIds(), byLabelOnly())
                .flatMap(Optional::stream)
                .forEach(findings::add);
        return findings;
    }

    private Optional<Diagnostic> unknown(EarlierWave wave) {
        return wave.unknown()
                .map(why -> WaveRule.REACHED_UNKNOWN.at(
                        place, "whom wave " + wave.number() + " reached is not known: " + why));
    }

    /** The wave that the gate measures says so itself. */
    private Optional<Diagnostic> underWay(EarlierWave wave) {
        boolean isLast = wave.equals(earlier.waves().get(earlier.waves().size() - 1));
        return wave.over() || isLast
                ? Optional.empty()
                : Optional.of(WaveRule.UNDER_WAY.at(
                        place,
                        "wave " + wave.number()
                                + " is under way: whom it has not reached yet would get the message twice",
                        "plan again when it is over; `muster status --watch` follows it"));
    }

    /** Whatever made two campaigns of one request would do it again. */
    private Optional<Diagnostic> sentTwice(EarlierWave wave, Campaign campaign) {
        if (wave.campaigns() < 2) {
            return Optional.empty();
        }
        var danger = WaveRule.SENT_TWICE.at(
                place,
                "SeaX has " + wave.campaigns() + " campaigns of wave " + wave.number()
                        + ": people may have got it more than once",
                "find out what repeated the request; then acknowledge " + WaveRule.SENT_TWICE.id() + " with a reason");
        return Optional.of(danger.acceptedBy(campaign.acknowledged()));
    }

    private Optional<Diagnostic> tooMany() {
        return earlier.tooMany().stream()
                .mapToObj(people -> WaveRule.RECEIPTS_MISSING.at(
                        place,
                        String.format(
                                Locale.ROOT,
                                "%,d people whom an earlier wave reached do not carry its receipt label; a request can leave"
                                        + " out %,d by their ids",
                                people,
                                EarlierWaves.MOST_BY_ID)))
                .findFirst();
    }

    private Optional<Diagnostic> otherIds() {
        long unfit = earlier.leftOut().stream()
                .filter(id -> !RequestBody.takes(id.value()))
                .count();
        return unfit == 0
                ? Optional.empty()
                : Optional.of(WaveRule.IDS.at(
                        place,
                        String.format(
                                Locale.ROOT,
                                "%,d contacts whom an earlier wave reached cannot be left out: their ids are not in UUID form",
                                unfit)));
    }

    private Optional<Diagnostic> byLabelOnly() {
        return earlier.byLabelOnly() == 0
                ? Optional.empty()
                : Optional.of(WaveRule.LABEL_BY_HAND.at(
                        place,
                        String.format(
                                Locale.ROOT,
                                "%,d people carry the receipt label of an earlier wave that did not reach them, so they are"
                                        + " left out, too",
                                earlier.byLabelOnly())));
    }
}
