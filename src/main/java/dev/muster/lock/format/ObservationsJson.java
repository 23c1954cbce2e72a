package dev.muster.lock.format;

import dev.muster.lock.Observation;
import dev.muster.lock.Observations;
import dev.muster.lock.OutcomeComparison;
import dev.muster.model.CampaignIdentity;
import dev.muster.model.MessageCounts;

/**
 * What SeaX last said, in JSON, sorted by name; a record that never looked has none of it:
 *
 * <pre>{@code
 * "observed": {"last": {"holiday-sale-2026/1": {"at": …, "comparison": {…}, "since": …, "status": "finished",
 *     "tally": {"delivered": 1850, …}}}, "steps": 3}
 * }</pre>
 */
final class ObservationsJson {
    private static final String NAME = "observed";

    private ObservationsJson() {}

    static void write(JsonWriter out, Observations observations) {
        if (observations.steps() > 0) {
            out.object(NAME, () -> {
                out.object(
                        "last",
                        () -> observations
                                .last()
                                .forEach((identity, seen) -> out.object(identity.toString(), () -> write(out, seen))));
                out.number("steps", observations.steps());
            });
        }
    }

    /** One of them, as a step of the journal has it. */
    static void writeStep(JsonWriter out, Observation seen) {
        out.object(NAME, () -> write(out, seen));
    }

    private static void write(JsonWriter out, Observation seen) {
        out.text("at", seen.at());
        seen.comparison().ifPresent(comparison -> out.object("comparison", () -> write(out, comparison)));
        if (!seen.contradictions().isEmpty()) {
            out.texts("contradictions", seen.contradictions());
        }
        out.text("since", seen.since());
        out.text("status", seen.status());
        out.object("tally", () -> seen.tally().numbers().forEach(out::number));
    }

    private static void write(JsonWriter out, OutcomeComparison comparison) {
        out.text("at", comparison.at());
        out.texts("dangers", comparison.dangers());
        out.number("excluded", comparison.excluded());
        out.number("failed", comparison.failed());
        out.number("missing", comparison.missing());
        out.number("planned", comparison.planned());
        out.number("received", comparison.received());
        out.texts("remarks", comparison.remarks());
        out.number("unexpected", comparison.unexpected());
    }

    static Observations read(JsonCursor in) {
        return in.optionalObject(NAME, () -> {
                    var last = in.map("last", CampaignIdentity::parse, identity -> in.object(() -> one(in)));
                    return new Observations(in.number("steps"), last);
                })
                .orElse(Observations.NONE);
    }

    static boolean isNext(JsonCursor in) {
        return in.has(NAME);
    }

    static Observation readStep(JsonCursor in) {
        return in.object(NAME, () -> one(in));
    }

    private static Observation one(JsonCursor in) {
        var at = in.text("at", FastInstantParser::parse);
        var comparison = in.optionalObject("comparison", () -> comparison(in));
        var contradictions = in.optionalList("contradictions", in::text);
        var since = in.text("since", FastInstantParser::parse);
        var status = in.optionalText("status").map(in::shared);
        var tally = new MessageCounts(in.map("tally", name -> name, name -> in.number()));
        return new Observation(at, since, status, tally, contradictions, comparison);
    }

    private static OutcomeComparison comparison(JsonCursor in) {
        var at = in.text("at", FastInstantParser::parse);
        var dangers = in.list("dangers", in::text);
        var excluded = in.optionalCount("excluded");
        var failed = in.count("failed");
        var missing = in.optionalCount("missing");
        var planned = in.count("planned");
        var received = in.count("received");
        var remarks = in.list("remarks", in::text);
        var unexpected = in.optionalCount("unexpected");
        return new OutcomeComparison(at, planned, received, failed, missing, unexpected, excluded, dangers, remarks);
    }
}
