package dev.muster.report;

import dev.muster.diagnostic.Characters;
import dev.muster.doubt.DoubtVerdict;
import dev.muster.doubt.OpenSendEvidence;
import dev.muster.lock.LockEntry;
import dev.muster.lock.Observation;
import dev.muster.lock.SendState;
import dev.muster.outcome.FailureCauses.Cause;
import dev.muster.outcome.Outcome;
import dev.muster.outcome.SendProgress;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What every report says of what became of campaigns, in the same words. */
public final class OutcomeWords {
    private static final int MOST_STATUS = 24;

    private OutcomeWords() {}

    /** That a report is only about the last campaigns. */
    public static String leftOut(int earlier) {
        return Numbers.of(earlier, "earlier campaign is", "earlier campaigns are") + " left out; name the ones to see.";
    }

    /** What is known of a campaign that is not known to have been sent, and what to do. */
    public static String notSent(SendProgress send) {
        var entry = send.entry();
        var audience = entry.attempt().audience();
        var people = (audience.atMost() ? "at most " : "") + Numbers.of(audience.people(), "person", "people");
        var key = entry.identity().key();
        if (entry.isOpen()) {
            return open(send, people) + ". Find out: muster resolve " + key;
        }
        if (entry instanceof LockEntry.Rejected rejected) {
            return "not sent to " + people + ": " + Characters.visible(rejected.reason());
        }
        var given = (LockEntry.Abandoned) entry;
        return (given.outcomeKnown() ? "not sent to " + people : "given up; " + people + " may have got it") + ": "
                + Characters.visible(given.reason());
    }

    private static String open(SendProgress send, String people) {
        var verdict = send.doubt().map(OpenSendEvidence::verdict);
        var known = verdict.filter(DoubtVerdict.Sent.class::isInstance).isPresent()
                ? "it was sent to " + people
                : "it is not known whether it was sent to " + people;
        return known
                + send.doubt()
                        .flatMap(VerdictWords::evidence)
                        .map(words -> ": " + words)
                        .orElse("");
    }

    /** {@code 1,159 (95.9%)}, or nothing where SeaX does not tell. */
    public static String number(Outcome outcome, String step) {
        OptionalLong number = outcome.send().tally().number(step);
        OptionalDouble share = outcome.send().share(step);
        if (number.isEmpty()) {
            return "not told";
        }
        return Numbers.of(number.getAsLong())
                + (share.isPresent() ? " (" + Numbers.percent(share.getAsDouble()) + ")" : "");
    }

    /** SeaX's own word for its state, cut where it is none. */
    public static String status(Outcome outcome) {
        var status = outcome.send().seen().flatMap(Observation::status).map(Characters::visible);
        return Markdown.shortened(status.orElse("gone"), MOST_STATUS);
    }

    /** The same in a sentence, and since when. */
    public static String state(Outcome outcome) {
        return outcome.send()
                .seen()
                .map(seen -> seen.status().map(Characters::visible).orElse("SeaX does not have it any more,")
                        + " since " + Times.minute(seen.since()))
                .orElse(SendState.of(outcome.send().entry()).toString());
    }

    public static String sent(Outcome outcome) {
        var attempt = outcome.send().entry().attempt();
        return Times.minute(attempt.posted().flatMap(posted -> posted.start()).orElse(attempt.at()));
    }

    public static String remote(Outcome outcome) {
        return outcome.send().entry() instanceof LockEntry.Confirmed sent
                ? Characters.visible(sent.remote().id().value())
                : "none";
    }

    /** Against the plan, as counts; not compared yet says why. */
    public static String compared(Outcome outcome) {
        return outcome.send()
                .seen()
                .flatMap(Observation::comparison)
                .map(found -> "planned " + ComparisonText.planned(found) + ", received " + Numbers.of(found.received())
                        + ", failed " + Numbers.of(found.failed()) + ", missing " + Numbers.ifKnown(found.missing())
                        + ", unexpected " + Numbers.ifKnown(found.unexpected()) + ", with an excluded label "
                        + Numbers.ifKnown(found.excluded()))
                .orElse("not compared: that is done when it is over");
    }

    /** What may have a harmless reason. */
    public static List<String> remarks(Outcome outcome) {
        return outcome.send()
                .seen()
                .flatMap(Observation::comparison)
                .map(found -> found.remarks().stream().map(Characters::visible).toList())
                .orElse(List.of());
    }

    /** What a person must see to, until somebody accepts it. */
    public static List<String> dangers(Outcome outcome) {
        return Stream.concat(outcome.send().anomalies().stream(), outcome.send().dangers().stream())
                .map(Characters::visible)
                .toList();
    }

    public static String cause(Cause cause) {
        return Characters.visible(cause.name())
                + cause.meaning().map(known -> " · " + known.text()).orElse(" · not known to Muster");
    }

    public static String again(Cause cause) {
        return cause.meaning().map(known -> CausesText.again(known.again())).orElse("not known");
    }

    public static String remedy(Cause cause) {
        return cause.meaning().map(known -> known.remedy()).orElse("ask SeaX's support what it means");
    }
}
