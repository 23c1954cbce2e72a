package dev.muster.report.text;

import dev.muster.apply.SingleEffect;
import dev.muster.diagnostic.Characters;
import dev.muster.doubt.DoubtVerdict;
import dev.muster.doubt.SingleDoubt;
import dev.muster.lock.EntryState;
import dev.muster.lock.MessageEntries;
import dev.muster.lock.MessageEntry;
import dev.muster.lock.SendState;
import dev.muster.model.SingleMessage;
import dev.muster.report.Numbers;
import dev.muster.report.Times;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Single messages for people; of the recipient there is only what the caller has masked. */
public final class SingleText {
    private static final int EXCERPT = 60;

    private SingleText() {}

    /** What is about to be sent. */
    public static String before(String workspace, SingleMessage message, String maskedTo, String checked) {
        var text = new StringBuilder("Single message · workspace " + workspace
                + message.testOf().map(key -> " · a test of " + key).orElse("") + "\n\n");
        line(text, "from", message.from().name() + " " + message.from().number());
        line(text, "to", maskedTo);
        var length = Numbers.of(message.text().codePointCount(0, message.text().length()), "character");
        line(text, "message", "\"" + excerpt(message.text()) + "\"  " + length);
        message.media().forEach(url -> line(text, "media", url));
        line(text, "path", message.path().path());
        line(text, "checked", checked);
        return text.append('\n').toString();
    }

    private static String excerpt(String text) {
        var oneLine = text.replaceAll("\\s+", " ").strip();
        return oneLine.codePointCount(0, oneLine.length()) <= EXCERPT
                ? oneLine
                : oneLine.substring(0, oneLine.offsetByCodePoints(0, EXCERPT - 1)) + "…";
    }

    /** When the same text went to the same number last. */
    public static String earlier(MessageEntry entry) {
        var when = Times.minute(entry.attempt().at());
        return entry.isOpen()
                ? "the same text may have gone to this number on " + when + ", outcome unknown (" + entry.identity()
                        + ")"
                : "the same text went to this number on " + when + " (" + entry.identity() + ")";
    }

    /** What became of it. */
    public static String of(SingleEffect effect) {
        if (effect instanceof SingleEffect.NotTried untried) {
            return "! not sent: " + Characters.visible(untried.why()) + "\n";
        }
        if (effect instanceof SingleEffect.NotRecorded lost) {
            return "? " + Characters.visible(outcome(lost.entry())) + "; it could not be recorded: "
                    + Characters.visible(lost.why()) + "\n    The lock says that it was begun. Settle it: "
                    + resolve(lost.entry()) + "\n";
        }
        var entry = ((SingleEffect.Recorded) effect).entry();
        return mark(entry) + " " + entry.identity() + "  " + Characters.visible(outcome(entry)) + "\n" + after(entry);
    }

    private static String mark(MessageEntry entry) {
        if (entry.isOpen()) {
            return "?";
        }
        return entry.state() == EntryState.CONFIRMED ? "+" : "!";
    }

    private static String outcome(MessageEntry entry) {
        return switch (SendState.of(entry)) {
            case CONFIRMED -> "sent as " + entry.remote().orElseThrow();
            case REJECTED, NOT_SENT -> "not sent: " + entry.reason();
            case ABANDONED -> "given up: " + entry.reason();
            case INTENT, IN_DOUBT -> "may have been sent: " + entry.reason();
        };
    }

    private static String after(MessageEntry entry) {
        if (entry.isOpen()) {
            return "    Do not send it again by hand. Find out: " + resolve(entry) + "\n";
        }
        return entry.anomalies().stream()
                .map(anomaly -> "    warning: " + Characters.visible(anomaly) + "\n")
                .collect(Collectors.joining());
    }

    /** The command that settles it. */
    public static String resolve(MessageEntry entry) {
        return "muster resolve " + entry.identity();
    }

    /** Those in doubt, and those that SeaX took otherwise than asked; nothing when there are none. */
    public static String open(MessageEntries singles, List<SingleDoubt> doubts) {
        return doubts.stream().map(SingleText::inDoubt).collect(Collectors.joining())
                + singles.odd().map(SingleText::odd).collect(Collectors.joining());
    }

    /** What is not as asked, and what to do. */
    public static String odd(MessageEntry entry) {
        return "single message " + entry.identity() + "  " + Characters.visible(String.join("; ", entry.concerns()))
                + "\n    Deal with it in SeaX, then: " + resolve(entry) + " --accept --reason \"…\"\n";
    }

    private static String inDoubt(SingleDoubt doubt) {
        var entry = doubt.entry();
        return "single message " + entry.identity() + "  " + SendState.of(entry) + "  "
                + Characters.visible(known(doubt)) + "\n    Find out: " + resolve(entry) + "\n";
    }

    /** What is known of one in doubt, and what a person can say of it. */
    public static String doubt(SingleDoubt doubt) {
        var entry = doubt.entry();
        var attempt = entry.attempt();
        var text = new StringBuilder("It is not known whether " + entry.identity() + " was sent.\n\n");
        line(
                text,
                "attempt",
                Times.minute(attempt.at()) + ", run " + attempt.run().id() + " by "
                        + attempt.run().actor());
        attempt.testOf().ifPresent(key -> line(text, "test of", key.value()));
        line(text, "path", attempt.path().path());
        line(text, "known", known(doubt));
        entry.answer().ifPresent(answer -> line(text, "answer", answer));
        line(text, "SeaX", "has no address at which one message can be asked for");
        return text.append('\n').append(next(doubt)).toString();
    }

    /** Where a person looks, and the answers that they can give, line by line. */
    public static String next(SingleDoubt doubt) {
        var resolve = "  " + resolve(doubt.entry());
        var notSentFrom =
                Optional.of(doubt.notSentFrom()).filter(doubt.now()::isBefore).map(Times::minute);
        return "Open SeaX's dashboard, at the conversation with this person. Then one of:\n"
                + resolve + " --sent ID --reason …      it is there, as ID\n"
                + resolve + " --not-sent --reason …     it is not"
                + notSentFrom.map(when -> "; refused before " + when).orElse("") + "\n"
                + resolve + " --abandon --reason …      it cannot be found out\n";
    }

    private static String known(SingleDoubt doubt) {
        return doubt.verdict() instanceof DoubtVerdict.Held held
                ? "a run may still be sending until " + Times.minute(held.until())
                : doubt.entry().reason();
    }

    /** Everything about one, with its history. */
    static String whole(MessageEntry entry) {
        var text = new StringBuilder(entry.identity() + "  " + SendState.of(entry) + "\n");
        entry.attempt().testOf().ifPresent(key -> line(text, "test of", key.value()));
        entry.remote().ifPresent(id -> line(text, "SeaX id", id.value()));
        entry.anomalies().forEach(anomaly -> line(text, "anomaly", anomaly));
        LockText.history(text, entry);
        return text.toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(String.format(Locale.ROOT, "  %-9s %s%n", name, Characters.visible(value))
                .replace("\r\n", "\n"));
    }
}
