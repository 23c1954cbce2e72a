package dev.muster.report.text;

import dev.muster.diagnostic.Characters;
import dev.muster.doubt.DoubtVerdict;
import dev.muster.doubt.OpenSendEvidence;
import dev.muster.lock.LockEntry;
import dev.muster.lock.Observation;
import dev.muster.lock.SendState;
import dev.muster.model.CampaignStatus;
import dev.muster.model.MessageCounts;
import dev.muster.outcome.SendProgress;
import dev.muster.report.ComparisonText;
import dev.muster.report.Numbers;
import dev.muster.report.TextStyle;
import dev.muster.report.Times;
import dev.muster.report.VerdictWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** How the sends are doing, for people. */
public final class StatusText {
    private static final int BAR = 24;

    private StatusText() {}

    /** Each send with its numbers, then what must be seen to. */
    public static String of(List<SendProgress> sends, OptionalDouble mostFailed, boolean offline, TextStyle paint) {
        if (sends.isEmpty()) {
            return "no campaigns to show\n";
        }
        return sends.stream().map(send -> block(send, offline, paint)).collect(Collectors.joining())
                + alarms(sends, mostFailed, paint);
    }

    private static String block(SendProgress send, boolean offline, TextStyle paint) {
        var entry = send.entry();
        var text = new StringBuilder()
                .append(paint.of(TextStyle.Tone.STRONG, send.identity().toString()))
                .append("  ")
                .append(SendState.of(entry));
        if (entry instanceof LockEntry.Confirmed confirmed) {
            text.append("  ").append(status(send, offline)).append("  ");
            text.append(Characters.visible(confirmed.remote().id().value())).append('\n');
            text.append("    ").append(numbers(send)).append('\n');
            text.append(compared(send));

            return text.toString();
        }
        return text.append(unsent(send)).append('\n').toString();
    }

    private static String unsent(SendProgress send) {
        var known = send.doubt().map(StatusText::open);
        return known.map(words -> "  " + words)
                .orElse("  since " + Times.minute(send.entry().since()));
    }

    private static String open(OpenSendEvidence doubt) {
        var words = VerdictWords.of(doubt);
        if (doubt.verdict() instanceof DoubtVerdict.Sent sent) {
            return words
                    + sent.anomalies().stream()
                            .map(anomaly -> "\n    warning: " + Characters.visible(anomaly))
                            .collect(Collectors.joining());
        }
        return doubt.verdict() instanceof DoubtVerdict.Held
                ? words
                : words + "\n    Find out: muster resolve "
                        + doubt.entry().identity().key();
    }

    private static String status(SendProgress send, boolean offline) {
        return send.seen()
                .map(seen -> word(seen)
                        + " since " + Times.minute(seen.since())
                        + (offline ? ", as seen " + Times.minute(seen.at()) : ""))
                .orElse("not looked at yet");
    }

    /** SeaX's own word; one that nobody knows is shown as it is, and said to be unknown. */
    private static String word(Observation seen) {
        return seen.status()
                .map(status -> CampaignStatus.of(status) == CampaignStatus.UNKNOWN
                        ? "\"" + Characters.visible(status) + "\" (a status unknown to Muster)"
                        : status)
                .orElse("SeaX says that it has no such campaign,");
    }

    private static String numbers(SendProgress send) {
        var steps = MessageCounts.STEPS.stream()
                .flatMap(step -> number(send, step).stream())
                .collect(Collectors.joining("   "));
        var messages = (send.isAtMost() ? "at most " : "") + Numbers.of(send.messages(), "message");
        return steps.isEmpty() ? messages : messages + "   " + steps;
    }

    private static Optional<String> number(SendProgress send, String step) {
        var number = send.tally().number(step);
        return number.isPresent()
                ? Optional.of(step + " " + Numbers.of(number.getAsLong()) + share(send.share(step)))
                : Optional.empty();
    }

    private static String share(OptionalDouble share) {
        return share.isPresent() ? " (" + Numbers.percent(share.getAsDouble()) + ")" : "";
    }

    private static String compared(SendProgress send) {
        return send.seen()
                .flatMap(Observation::comparison)
                .map(found -> "    " + ComparisonText.of(found) + "\n")
                .orElse("");
    }

    /** What a person must see to, a line each. */
    static String alarms(List<SendProgress> sends, OptionalDouble mostFailed, TextStyle paint) {
        var lines = new ArrayList<String>();
        for (var send : sends) {
            if (!send.anomalies().isEmpty()) {
                lines.add(danger(
                        paint,
                        send,
                        String.join("; ", send.anomalies()) + ". Deal with it in SeaX, then: " + accept(send)));
            }
            send.dangers().forEach(danger -> lines.add(danger(paint, send, danger)));
            if (send.failsTooOften(mostFailed)) {
                lines.add(danger(
                        paint,
                        send,
                        Numbers.percent(send.share("failed").orElse(0)) + " of its messages failed, the policy allows "
                                + Numbers.percent(mostFailed.getAsDouble()) + "; `muster logs "
                                + send.identity().key() + " --causes` says why"));
            }
            send.contradictions()
                    .forEach(strange -> lines.add(paint.of(TextStyle.Tone.CAUTION, "note: ") + send.identity() + ": "
                            + strange + ", which cannot be"));
        }
        return lines.isEmpty() ? "" : "\n" + String.join("\n", lines) + "\n";
    }

    /** What a person types who has seen to it. */
    private static String accept(SendProgress send) {
        return "muster resolve " + send.identity().key() + " --accept --reason \"…\"";
    }

    private static String danger(TextStyle paint, SendProgress send, String what) {
        return paint.of(TextStyle.Tone.BAD, "DANGER: ") + send.identity() + ": " + Characters.visible(what);
    }

    /** One line that says how a send is doing now. */
    public static String line(SendProgress send) {
        return send.identity() + "  " + state(send) + "  " + numbers(send);
    }

    private static String state(SendProgress send) {
        return send.seen()
                .map(StatusText::word)
                .orElse(SendState.of(send.entry()).toString());
    }

    /** The same with a bar, for a terminal; cut where the terminal would break it, so what must be seen to stands first. */
    public static String bar(SendProgress send, OptionalDouble mostFailed, int width) {
        long all = Math.max(1, send.messages());
        long done = send.tally().number("sent").orElse(0)
                + send.tally().number("failed").orElse(0);
        int full = (int) Math.min(BAR, BAR * done / all);
        var line = first(send, mostFailed) + send.identity() + "  " + "█".repeat(full) + "░".repeat(BAR - full) + " "
                + Numbers.percent(Math.min(1, (double) done / all)) + "  " + state(send) + "  " + numbers(send);
        return line.length() < width ? line : line.substring(0, line.offsetByCodePoints(0, width - 2)) + "…";
    }

    private static String first(SendProgress send, OptionalDouble mostFailed) {
        if (send.failsTooOften(mostFailed)) {
            return "! failed " + Numbers.percent(send.share("failed").orElse(0)) + "  ";
        }
        return send.entry().isOpen()
                        || !send.anomalies().isEmpty()
                        || !send.dangers().isEmpty()
                ? "!  "
                : "";
    }

    /** How a watch ended. */
    public static String summary(List<SendProgress> sends, OptionalDouble mostFailed, TextStyle paint) {
        long over = sends.stream().filter(SendProgress::isOver).count();
        long failed = sends.stream()
                .mapToLong(send -> send.tally().number("failed").orElse(0))
                .sum();
        long messages = sends.stream().mapToLong(SendProgress::messages).sum();
        return "\n" + over + " of " + Numbers.of(sends.size(), "campaign") + " ended; " + Numbers.of(failed) + " of "
                + Numbers.of(messages, "message") + " failed\n" + alarms(sends, mostFailed, paint);
    }
}
