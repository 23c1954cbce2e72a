package dev.muster.plan;

import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.Place;
import dev.muster.diagnostic.WaveRule;
import dev.muster.model.MessageCounts;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** What SeaX counts of one wave, of so many messages, held against a gate. What it does not count opens no gate. */
record WaveFigures(int wave, MessageCounts tally, long messages, Place place) {

    /** 0.7 % of 1,000 are seven messages, which no binary fraction says exactly. */
    private static final double ROUNDING = 1e-6;

    Stream<Diagnostic> known(String step) {
        return tally.number(step).isEmpty() ? Stream.of(unknown(step)) : Stream.empty();
    }

    /** Whom it has not reached yet does not carry its label either, and would get the message twice. */
    Stream<Diagnostic> underWay() {
        var message = String.format(
                Locale.ROOT,
                "wave %d is under way: %,d of %,d messages sent",
                wave,
                tally.number("sent").orElse(0),
                messages);
        return Stream.of(WaveRule.UNDER_WAY.at(
                place, message, "plan again when it is over; `muster status --watch` follows it"));
    }

    Stream<Diagnostic> atMost(String step, OptionalDouble share) {
        return share.isEmpty() ? Stream.empty() : judged(step, "at most", share.getAsDouble(), 1);
    }

    Stream<Diagnostic> atLeast(String step, OptionalDouble share) {
        return share.isEmpty() ? Stream.empty() : judged(step, "at least", share.getAsDouble(), -1);
    }

    private Stream<Diagnostic> judged(String step, String bound, double wanted, int direction) {
        var number = tally.number(step);
        if (number.isEmpty() || messages <= 0) {
            return Stream.of(unknown(step));
        }
        double share = (double) number.getAsLong() / messages;
        return direction * (number.getAsLong() - wanted * messages) > ROUNDING
                ? Stream.of(refusal(step, number.getAsLong(), share, bound, wanted))
                : Stream.empty();
    }

    private Diagnostic unknown(String step) {
        return WaveRule.NO_FIGURES.at(place, "SeaX does not say how many messages of wave " + wave + " " + words(step));
    }

    private Diagnostic refusal(String step, long number, double share, String bound, double wanted) {
        var message = String.format(
                Locale.ROOT,
                "wave %d: %,d of %,d messages %s (%.1f %%); the gate wants %s %.1f %%",
                wave,
                number,
                messages,
                words(step),
                100 * share,
                bound,
                100 * wanted);
        return WaveRule.GATE.at(place, message, cure(step));
    }

    private static String words(String step) {
        return step.equals("failed") ? "failed" : "were " + step;
    }

    private static String cure(String step) {
        return step.equals("failed")
                ? "find out why with `muster logs --causes`; to send it all the same, change the gate in review"
                : "plan again when more were delivered, or find out why with `muster logs`";
    }
}
