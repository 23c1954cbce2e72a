package dev.muster.cli.resolve;

import dev.muster.cli.command.CommandContext;
import dev.muster.cli.env.ExitCode;
import dev.muster.doubt.OpenSendEvidence;
import dev.muster.doubt.SingleDoubt;
import dev.muster.lock.Entry;
import dev.muster.lock.LockEntry;
import dev.muster.lock.MessageEntry;
import dev.muster.lock.SendAnomalies;
import dev.muster.report.json.ResolveJson;
import dev.muster.report.text.DoubtText;
import dev.muster.report.text.EndedText;
import dev.muster.report.text.ResolvedText;
import dev.muster.report.text.SingleText;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What {@code muster resolve} says, for a person or as one document for a program; each ends with its exit code. */
record ResolveOutput(CommandContext session) {
    /** SeaX proves nothing, so a person must. */
    ExitCode open(OpenSendEvidence doubt, Optional<String> name, boolean changed) {
        return say(
                ExitCode.DOUBT,
                () -> DoubtText.of(doubt, name),
                () -> ResolveJson.open(doubt, name, changed, ExitCode.DOUBT.number()));
    }

    /** SeaX proves that it was sent. */
    ExitCode proved(LockEntry entry) {
        var code = entry.anomalies().isEmpty() ? ExitCode.OK : ExitCode.DOUBT;
        return say(code, () -> ResolvedText.of(entry), () -> ResolveJson.ended(entry, "", code.number()));
    }

    /** A person's answer was taken; {@code text} says so, and what to do next. */
    ExitCode ended(LockEntry entry, EndedText text) {
        return say(
                ExitCode.OK,
                () -> text.of(entry),
                () -> ResolveJson.ended(entry, text.next(entry), ExitCode.OK.number()));
    }

    /** What stands against a campaign that was sent, and how to end that. */
    ExitCode concerned(LockEntry.Confirmed entry, SendAnomalies concerns) {
        return say(
                ExitCode.DOUBT,
                () -> ResolvedText.concerned(entry, concerns),
                () -> ResolveJson.concerned(entry, concerns.all(), ExitCode.DOUBT.number()));
    }

    /** What stood against it was accepted; a further generation may be left. */
    ExitCode accepted(LockEntry.Confirmed entry, Optional<LockEntry.Confirmed> next) {
        var code = next.isEmpty() ? ExitCode.OK : ExitCode.DOUBT;
        return say(
                code,
                () -> ResolvedText.accepted(entry, next),
                () -> ResolveJson.ended(entry, ResolvedText.more(next), code.number()));
    }

    ExitCode contradicted(Entry entry, List<String> objections) {
        return refuse(
                ExitCode.REFUSED,
                objections,
                () -> ResolveJson.contradicted(entry, objections, ExitCode.REFUSED.number()));
    }

    /** What was sent stands in a rescue file, so whatever else were said of it could be wrong. */
    ExitCode unfed(String why) {
        return refuse(ExitCode.DOUBT, List.of(why), () -> ResolveJson.refused(why, ExitCode.DOUBT.number()));
    }

    ExitCode open(SingleDoubt doubt, boolean changed) {
        return say(
                ExitCode.DOUBT,
                () -> SingleText.doubt(doubt),
                () -> ResolveJson.open(doubt, changed, ExitCode.DOUBT.number()));
    }

    ExitCode ended(MessageEntry entry) {
        return say(ExitCode.OK, () -> EndedText.of(entry), () -> ResolveJson.ended(entry, "", ExitCode.OK.number()));
    }

    private ExitCode say(ExitCode code, Supplier<String> text, Supplier<String> json) {
        session.console().product((session.json() ? json : text).get());
        return code;
    }

    private ExitCode refuse(ExitCode code, List<String> why, Supplier<String> json) {
        why.forEach(session.console()::error);
        session.console().complain("Nothing was changed.");
        if (session.json()) {
            session.console().product(json.get());
        }
        return code;
    }
}
