package dev.muster.report.text;

import dev.muster.diagnostic.Characters;
import dev.muster.doubt.OpenSendEvidence;
import dev.muster.lock.LockEntry;
import dev.muster.report.Numbers;
import dev.muster.report.ShortText;
import dev.muster.report.Times;
import java.util.Optional;

/** The evidence about a send in doubt, and what a person can do with it. */
public final class DoubtText {

    private final OpenSendEvidence doubt;
    private final StringBuilder text = new StringBuilder();

    private DoubtText(OpenSendEvidence doubt) {
        this.doubt = doubt;
    }

    /** The evidence; {@code name} is the campaign's whole name on SeaX, where it is known. */
    public static String of(OpenSendEvidence doubt, Optional<String> name) {
        return new DoubtText(doubt).render(name);
    }

    /** Where a person looks, and the answers that they can give, line by line. */
    public static String next(OpenSendEvidence doubt) {
        return new DoubtText(doubt).steps();
    }

    /** One line about one look of several. */
    public static String look(OpenSendEvidence doubt) {
        return Times.minute(doubt.now()) + ": " + (doubt.isHeld() ? held(doubt) : "SeaX " + seen(doubt));
    }

    private String render(Optional<String> name) {
        var entry = doubt.entry();
        var attempt = entry.attempt();
        text.append("It is not known whether ").append(entry.identity()).append(" was sent.\n\n");
        line(
                "attempt",
                Times.minute(attempt.at()) + ", run " + attempt.run().id() + " by "
                        + attempt.run().actor());
        line(
                "audience",
                Numbers.of(attempt.audience().messages(), "message") + " to "
                        + Numbers.of(attempt.audience().people(), "person", "people"));
        line("known", doubt.isHeld() ? held(doubt) : known(entry));
        doubt.witnesses().answer().ifPresent(answer -> line("answer", ShortText.answer(answer)));
        line("name", name.orElse("it ends with" + attempt.marker().suffix()));
        line("SeaX", seen(doubt));
        witnesses();
        return steps();
    }

    private String steps() {
        if (doubt.listed().isEmpty()) {
            dashboard();
        }
        answers();
        return text.toString();
    }

    private static String held(OpenSendEvidence doubt) {
        var attempt = doubt.entry().attempt();
        return "that run may still be sending until " + Times.minute(attempt.notAfter())
                + "; until then nothing is recorded by itself";
    }

    private static String known(LockEntry entry) {
        return entry instanceof LockEntry.InDoubt inDoubt
                ? inDoubt.reason()
                : "the run ended before the outcome was recorded";
    }

    /** Status and body; the headers are in the lock. */
    private static String seen(OpenSendEvidence doubt) {
        return doubt.seen().orElse("this API cannot list campaigns");
    }

    private void witnesses() {
        var seen = doubt.witnesses();
        seen.logged().forEach((id, messages) -> line("logs", Numbers.of(messages, "message") + " logged of " + id));
        seen.launches()
                .forEach(job -> line(
                        "job",
                        "SeaX launched " + job.resource().orElse("a campaign") + " at "
                                + job.enqueuedAt().map(Times::minute).orElse("an unknown time")
                                + ", which this lock does not know: a hint, no proof"));
        seen.labelled()
                .ifPresent(people -> line("receipts", Numbers.of(people, "contact") + " with its receipt label"));
    }

    /** Where no machine can look, a person must. */
    private void dashboard() {
        text.append("\nOpen SeaX's dashboard:\n  1. Campaigns, newest first, drafts and scheduled ones too.\n"
                + "  2. Find the name above, created within an hour after ");
        text.append(Times.minute(doubt.entry().attempt().at()))
                .append(".\n  3. Its id is in the address of its page.\n");
    }

    private void answers() {
        var resolve = "  muster resolve " + doubt.entry().identity().key();
        text.append("\nThen one of:\n")
                .append(resolve)
                .append(" --sent ID --reason …      it is on SeaX, as ID\n")
                .append(resolve)
                .append(" --not-sent --reason …     it is not")
                .append(
                        doubt.now().isBefore(doubt.notSentFrom())
                                ? "; refused before " + Times.minute(doubt.notSentFrom())
                                : "")
                .append('\n')
                .append(resolve)
                .append(" --abandon --reason …      it cannot be found out; never send this generation\n");
    }

    private void line(String name, String value) {
        text.append("  %-9s ".formatted(name)).append(Characters.visible(value)).append('\n');
    }
}
