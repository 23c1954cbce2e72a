package dev.muster.report.html;

import dev.muster.plan.Action;
import dev.muster.plan.Plan;
import dev.muster.plan.PlannedChange;
import dev.muster.report.Numbers;
import dev.muster.report.PlanWords;
import dev.muster.report.PlanWords.Group;
import java.util.Locale;

/**
 * One campaign in the table of all.
 *
 * @param anchor the id of its card, or nothing where it has none
 * @param when when it goes out, or why it does not
 */
record CampaignLine(
        String tone,
        String sign,
        String key,
        String anchor,
        String state,
        String when,
        String people,
        String messages) {

    static CampaignLine of(Plan plan, PlannedChange change, String anchor) {
        var reach = change.resolved().map(resolved -> resolved.reach());
        return new CampaignLine(
                tone(change),
                String.valueOf(change.action().reason().sign()),
                change.key().value(),
                anchor,
                state(plan, change),
                PlanWords.headline(change),
                reach.map(PlanWords::people).orElse(""),
                change.action() instanceof Action.Create create ? Numbers.of(create.messages()) : "");
    }

    static String tone(PlannedChange change) {
        return change.needsAttention() ? "bad" : Group.of(change.action()) == Group.CREATE ? "good" : "calm";
    }

    /** {@code will be sent}, {@code blocked} and so on. */
    static String state(Plan plan, PlannedChange change) {
        return Group.of(change.action()).words(plan).toLowerCase(Locale.ROOT);
    }
}
