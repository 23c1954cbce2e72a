package dev.muster.plan;

import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.Severity;
import dev.muster.diff.Change;
import dev.muster.lock.LockEntry;
import dev.muster.model.RemoteCampaign;
import dev.muster.resolve.Resolution;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One send whose outcome the lock does not know: what SeaX shows of it, and what an apply would do. Nothing is written here. */
record OpenSend(PlanContext context, Optional<Resolution> resolution, Change.Interrupted change) {

    PlannedChange decide() {
        var found = found();
        return found.size() == 1 && !isHeld() ? adopted(found.get(0)) : unknown(found);
    }

    private PlannedChange adopted(RemoteCampaign campaign) {
        var note = Diagnostic.of(
                Severity.NOTE,
                "plan/found-on-seax",
                context.places().of(change.key().value()),
                "SeaX has it as " + campaign.id() + ", status " + campaign.status() + ", found by its marker",
                Reason.FOUND_ON_SEAX.cure());
        return new PlannedChange(
                change, new Action.Adopt(Reason.FOUND_ON_SEAX, campaign.id()), Optional.empty(), List.of(note));
    }

    private PlannedChange unknown(List<RemoteCampaign> found) {
        var evidence = Stream.concat(Stream.of(known()), onSeax(found).stream()).collect(Collectors.joining("; "));
        var finding = Diagnostic.error(
                "plan/outcome-unknown",
                context.places().of(change.key().value()),
                evidence,
                "muster resolve " + change.key());
        return new PlannedChange(
                change, new Action.Blocked(Reason.OUTCOME_UNKNOWN), Optional.empty(), List.of(finding));
    }

    private String known() {
        var attempt = entry().attempt();
        if (isHeld()) {
            return "run " + attempt.run().id() + " of " + attempt.run().actor() + " was about to post it at "
                    + attempt.at() + " and may still be at it until " + attempt.notAfter();
        }
        return entry() instanceof LockEntry.InDoubt inDoubt
                ? inDoubt.reason()
                : "run " + attempt.run().id() + " ended before its outcome was recorded";
    }

    private Optional<String> onSeax(List<RemoteCampaign> found) {
        if (resolution.flatMap(Resolution::remote).isEmpty()) {
            return Optional.empty();
        }
        var ids = found.stream()
                .map(campaign -> campaign.id() + ", status " + campaign.status())
                .toList();
        return Optional.of(
                switch (ids.size()) {
                    case 0 -> "SeaX does not list it, which proves nothing";
                    case 1 -> "SeaX has it as " + ids.get(0);
                    default ->
                        "SeaX has it " + ids.size() + " times (" + String.join("; ", ids)
                                + "): people may have got it more than once";
                });
    }

    private List<RemoteCampaign> found() {
        var marker = Optional.of(entry().attempt().marker());
        return resolution.flatMap(Resolution::remote).orElse(List.of()).stream()
                .filter(campaign -> campaign.marker().equals(marker))
                .toList();
    }

    private LockEntry entry() {
        return change.entry();
    }

    /** Until its claim expires an intent belongs to the run that made it. */
    private boolean isHeld() {
        return entry() instanceof LockEntry.Intent
                && context.now().isBefore(entry().attempt().notAfter());
    }
}
