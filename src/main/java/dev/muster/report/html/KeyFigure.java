package dev.muster.report.html;

import dev.muster.plan.Plan;
import dev.muster.plan.PlannedChange;
import dev.muster.report.Numbers;
import dev.muster.report.PlanWords;
import java.util.ArrayList;
import java.util.List;

/** A number to see first. */
record KeyFigure(String tone, String value, String label) {
    /** A number is never broken; a long one is smaller, and one beyond all measure has two places. */
    String size() {
        int length = value.length();
        return length <= 5 ? "short" : length <= 7 ? "long" : length <= 10 ? "longer" : "longest";
    }

    /** The numbers of a plan. */
    static List<KeyFigure> of(Plan plan) {
        var tiles = new ArrayList<KeyFigure>();
        tiles.add(tile("good", count(plan, PlanWords.Group.CREATE), PlanWords.Group.CREATE.words(plan)));
        if (!plan.offline()) {
            tiles.add(tile("plain", plan.messages(), plan.messages() == 1 ? "message" : "messages"));
            var overlap = plan.overlap();
            if (overlap.messages() == plan.messages()) {
                tiles.add(tile("plain", overlap.people(), overlap.people() == 1 ? "person" : "people"));
                tiles.add(tile("caution", overlap.severalCampaigns(), "would get more than one message"));
            }
        }
        tiles.add(tile("calm", count(plan, PlanWords.Group.WAIT), "waiting"));
        tiles.add(tile(
                "bad",
                plan.changes().stream().filter(PlannedChange::needsAttention).count(),
                "blocked"));
        tiles.add(tile("calm", count(plan, PlanWords.Group.SENT), "already sent"));
        return tiles;
    }

    private static KeyFigure tile(String tone, long count, String label) {
        return new KeyFigure(count == 0 ? "none" : tone, Numbers.of(count), label);
    }

    private static long count(Plan plan, PlanWords.Group group) {
        return plan.changes().stream()
                .filter(change -> PlanWords.Group.of(change.action()) == group)
                .count();
    }
}
