package dev.muster.report.text;

import dev.muster.apply.ApplyReport;
import dev.muster.apply.ApplyResult;
import dev.muster.diagnostic.Characters;
import dev.muster.plan.approval.AudienceDrift;
import dev.muster.report.Numbers;
import dev.muster.report.TextStyle;
import dev.muster.report.TextStyle.Tone;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What an apply did: a line as each campaign is settled, and a closing block that leaves nothing out. */
public final class ApplyText {
    private final TextStyle paint;

    public ApplyText(TextStyle paint) {
        this.paint = paint;
    }

    /** One line: who joined and who left since the review. */
    public String moved(AudienceDrift moved) {
        var drift = moved.drift();
        var key = paint.of(Tone.FAINT, "· " + moved.identity().key()) + "  ";
        if (drift.isNone()) {
            return key + "the same " + Numbers.of(drift.now(), "person", "people") + " as in the review\n";
        }
        return key + (drift.exact() ? "" : "about ") + Numbers.of(drift.joined()) + " joined, "
                + Numbers.of(drift.left()) + " left" + optedOut(moved) + " since the review: "
                + Numbers.of(drift.then()) + " then, "
                + Numbers.of(drift.now(), "person", "people") + " now\n";
    }

    private static String optedOut(AudienceDrift moved) {
        var optedOut = moved.optedOut();
        return optedOut.people() == 0
                ? ""
                : ", " + Numbers.of(optedOut.people()) + " of them opted out (" + Characters.visible(optedOut.words())
                        + "),";
    }

    private static String lines(String text) {
        return Characters.visibleLines(text, "      ");
    }

    /** One line, or several when a person has to act. */
    public String effect(ApplyResult effect) {
        var key = effect.identity().key();
        var name = key + effect.identity().part().map(part -> "#" + part).orElse("");
        if (effect instanceof ApplyResult.Sent sent) {
            return paint.of(Tone.GOOD, "+ " + name) + "  created as "
                    + Characters.visible(sent.id().value()) + ", " + Numbers.of(sent.messages(), "message") + "\n"
                    + anomalies(sent);
        }
        if (effect instanceof ApplyResult.Refused refused) {
            return paint.of(Tone.BAD, "! " + name) + "  not sent: " + lines(refused.reason()) + "\n";
        }
        if (effect instanceof ApplyResult.InDoubt doubt) {
            return paint.of(Tone.BAD, "? " + name) + "  may have been sent: " + lines(doubt.reason())
                    + "\n    Do not run it again by hand. Find out: muster resolve " + key + "\n";
        }
        if (effect instanceof ApplyResult.NotRecorded lost) {
            return paint.of(Tone.BAD, "? " + name) + "  " + lines(lost.outcome())
                    + "\n    The lock still says that it was about to be sent, so nothing will send it again."
                    + "\n    Once the lock can be written: " + lines(lost.recovery()) + "\n";
        }
        if (effect instanceof ApplyResult.NobodyLeft nobody) {
            return paint.of(Tone.FAINT, "· " + name) + "  " + lines(nobody.why()) + "\n";
        }
        return paint.of(Tone.FAINT, "· " + name) + "  not tried: " + lines(((ApplyResult.NotTried) effect).why())
                + "\n";
    }

    /** What became of an outcome that the lock did not take; {@code line} is printed only where no file could keep it. */
    public String rescued(String line, Optional<String> kept, String command) {
        var where = kept.map(file -> "    It is kept in " + Characters.visible(file) + ".\n")
                .orElse("    No file could keep it. Keep this line, all of it:\nMUSTER-RESCUE " + line);
        return where + "    Nothing more is sent until it is fed back: " + Characters.visible(command)
                + (kept.isPresent() ? "\n" : " (and paste the line)\n");
    }

    private String anomalies(ApplyResult.Sent sent) {
        var text = new StringBuilder();
        sent.anomalies()
                .forEach(anomaly -> text.append("    ")
                        .append(paint.of(Tone.BAD, "warning: "))
                        .append(lines(anomaly))
                        .append('\n'));
        return text.toString();
    }

    private static String created(ApplyReport report) {
        var sent = report.all(ApplyResult.Sent.class);
        long campaigns =
                sent.stream().map(one -> one.identity().whole()).distinct().count();
        boolean hasParts = sent.stream().anyMatch(one -> one.identity().part().isPresent());
        return Numbers.of(campaigns, "campaign") + " created"
                + (hasParts ? " in " + Numbers.of(sent.size(), "request") : "");
    }

    /** The last lines: how many of each, and what SeaX shows that should not be. */
    public String summary(ApplyReport report, List<String> alarms) {
        int refused = report.all(ApplyResult.Refused.class).size();
        int doubt = report.all(ApplyResult.InDoubt.class).size()
                + report.all(ApplyResult.NotRecorded.class).size();
        int untried = report.all(ApplyResult.NotTried.class).size();
        return "\n" + created(report) + ", " + Numbers.of(report.messages(), "message") + "."
                + (refused > 0 ? " " + Numbers.of(refused) + " refused, not sent." : "")
                + (doubt > 0 ? " " + Numbers.of(doubt) + " with unknown outcome." : "")
                + (untried > 0 ? " " + Numbers.of(untried) + " not tried." : "") + "\n"
                + alarms.stream()
                        .map(alarm -> paint.of(Tone.BAD, "warning: ") + lines(alarm) + "\n")
                        .collect(Collectors.joining());
    }
}
