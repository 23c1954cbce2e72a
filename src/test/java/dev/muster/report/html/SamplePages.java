package dev.muster.report.html;

import static dev.muster.testing.Records.AT;

import dev.muster.audience.AudienceDifference;
import dev.muster.audience.AudienceDifference.Cause;
import dev.muster.audience.AudienceDifference.Part;
import dev.muster.model.Campaign;
import dev.muster.model.CampaignKey;
import dev.muster.model.Message;
import dev.muster.model.project.QuietHours;
import dev.muster.plan.BaseComparison;
import dev.muster.plan.BaseRevision;
import dev.muster.plan.CampaignComparison;
import dev.muster.plan.CampaignComparison.Counted;
import dev.muster.plan.CampaignComparison.Kind;
import dev.muster.plan.Plan;
import dev.muster.plan.QuietHoursShare;
import dev.muster.testing.ApplyHarness;
import dev.muster.testing.Definition;
import dev.muster.testing.FakeWorkspace;
import dev.muster.testing.HandClock;
import dev.muster.testing.MemoryLockStore;
import dev.muster.testing.Records;
import dev.muster.testing.Worlds;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Plans as pages, for the tests that read them and those that look at them. */
final class SamplePages {
    private SamplePages() {}

    /** One campaign to three people, in a world of five contacts. */
    static String small() {
        var world = Worlds.small();
        var campaign = Definition.of("welcome/1")
                .any("premium_customers")
                .all("whatsapp_opt_in")
                .saying("Hello *{name}*, see https://example.com/new");
        return PlanHtml.of(subject(plan(world, List.of(campaign.campaign())), Optional.empty(), Optional.empty()));
    }

    /** A little of everything: sent, waiting, blocked, in doubt, overlaps, a repeated person, quiet hours and a base. */
    static String rich() {
        return PlanHtml.of(subject(richPlan(), Optional.of(base()), Optional.of(nights())));
    }

    static Plan richPlan() {
        var world = Worlds.small()
                .label("recent_buyers")
                .contact("+15550100010", "premium_customers", "recent_buyers")
                .contact("+15550100011", "premium_customers")
                .contact("+15550100011", "premium_customers");
        var sent = Definition.of("autumn-sale/1");
        var lock = Records.lock(
                Records.confirmed(Records.intent(sent.campaign())),
                Records.inDoubt("spring-sale/1"),
                Records.confirmed("summer-sale/1"));
        var campaigns = List.of(
                sent.campaign(),
                Definition.of("christmas/1")
                        .starting(AT.plus(Duration.ofDays(24)))
                        .campaign(),
                Definition.of("flash-sale/1")
                        .exclude("recent_buyers")
                        .acknowledging("audience/same-person-twice")
                        .campaign(),
                holiday(),
                Definition.of("nobody-there/1").any("nobodys_label").campaign(),
                Definition.of("too-few/1")
                        .expecting(OptionalInt.of(500), OptionalInt.of(2000))
                        .acknowledging("audience/same-person-twice")
                        .campaign());
        return new ApplyHarness(world, MemoryLockStore.of(lock), new HandClock(AT)).plan(campaigns);
    }

    private static Campaign holiday() {
        var text = "🎉 *Holiday Sale!* Get _30% off_ all items, {name}.\nUse code ```HOLIDAY30```.\n"
                + "- ~yesterday~ today\n> while stocks last\nShop now: https://example.com/sale";
        return Definition.of("holiday-sale/1")
                .any("premium_customers", "whatsapp_opt_in")
                .from("Sales Line", "Support Line")
                .saying(new Message(text, List.of(), true, Optional.empty(), Map.of("name", "Ana")))
                .starting(AT.plus(Duration.ofHours(30)))
                .ending(AT.plus(Duration.ofHours(50)))
                .attaching("recent_buyers")
                .acknowledging("audience/same-person-twice")
                .acknowledging("message/placeholder-missing")
                .campaign();
    }

    static QuietHoursShare nights() {
        return new QuietHoursShare(
                new QuietHours(LocalTime.of(20, 0), LocalTime.of(9, 0)),
                Map.of(
                        List.of(ZoneId.of("America/New_York")), 6,
                        List.of(ZoneId.of("Europe/London")), 2,
                        List.of(), 1));
    }

    static BaseComparison base() {
        var before = Definition.of("holiday-sale/1")
                .saying("🎉 Holiday Sale! Get 20% off all items.")
                .campaign();
        var difference = new AudienceDifference(
                7,
                5,
                List.of(new Cause(Part.ANY, "whatsapp_opt_in", 1)),
                List.of(new Cause(Part.EXCLUDE, "recent_buyers", 3)));
        var changed = new CampaignComparison(
                new CampaignKey("holiday-sale"),
                Kind.CHANGED,
                Optional.of(before),
                Optional.of(holiday()),
                Optional.empty(),
                Optional.of(new Counted(difference)));
        return new BaseComparison(
                new BaseRevision.Name("main", "4f2a9c1d00000000000000000000000000000000"),
                false,
                List.of(),
                List.of(changed));
    }

    static Plan plan(FakeWorkspace world, List<Campaign> campaigns) {
        return new ApplyHarness(world, MemoryLockStore.of(Records.lock()), new HandClock(AT)).plan(campaigns);
    }

    static PlanHtml.Subject subject(Plan plan, Optional<BaseComparison> base, Optional<QuietHoursShare> nights) {
        return new PlanHtml.Subject(plan, base, nights, "0.1.0");
    }
}
