package dev.muster.report.text;

import static dev.muster.testing.Records.AT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.model.Message;
import dev.muster.plan.Plan;
import dev.muster.report.TextStyle;
import dev.muster.testing.ApplyHarness;
import dev.muster.testing.Definition;
import dev.muster.testing.HandClock;
import dev.muster.testing.MemoryLockStore;
import dev.muster.testing.Records;
import dev.muster.testing.Worlds;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.approvaltests.Approvals;
import org.approvaltests.core.Options;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One rich plan as a reviewer sees it on terminals of three widths, and with colours. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PlanTextTest {
    private static final Plan PLAN = plan();

    @ParameterizedTest(name = "{0} columns")
    @ValueSource(ints = {60, 80, 100})
    void breaks_long_lines_between_words(int width) {
        Approvals.verify(PlanText.of(PLAN, TextStyle.NONE, width, true, List.of()), named("in_" + width + "_columns"));
    }

    @Test
    void shows_colours() {
        var coloured = PlanText.of(PLAN, TextStyle.ANSI, 100, true, List.of());

        Approvals.verify(coloured.replace("\u001b", "<ESC>"), named("with_colours"));
    }

    @ParameterizedTest(name = "{0} columns")
    @ValueSource(ints = {60, 80, 100})
    void colours_change_nothing_but_colours(int width) {
        assertThat(PlanText.of(PLAN, TextStyle.ANSI, width, true, List.of()).replaceAll("\u001b\\[[0-9]+m", ""))
                .isEqualTo(PlanText.of(PLAN, TextStyle.NONE, width, true, List.of()));
    }

    @Test
    void without_asking_for_them_settled_campaigns_are_counted_and_not_listed() {
        assertThat(PlanText.of(PLAN, TextStyle.NONE, 140, false, List.of()))
                .contains("1 already sent")
                .doesNotContain("= autumn-sale");
    }

    @Test
    void before_an_apply_it_does_not_say_how_to_apply() {
        assertThat(PlanText.beforeApply(PLAN, TextStyle.NONE, 100)).doesNotContain("muster apply");
    }

    private static Plan plan() {
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
                Definition.of("holiday-sale/1")
                        .any("premium_customers", "whatsapp_opt_in")
                        .from("Sales Line", "Support Line")
                        .saying(holiday())
                        .starting(AT.plus(Duration.ofHours(30)))
                        .ending(AT.plus(Duration.ofHours(38)))
                        .attaching("recent_buyers")
                        .acknowledging("audience/same-person-twice")
                        .campaign(),
                Definition.of("nobody-there/1").any("nobodys_label").campaign(),
                Definition.of("too-few/1")
                        .expecting(OptionalInt.of(500), OptionalInt.of(2000))
                        .acknowledging("audience/same-person-twice")
                        .campaign());
        return new ApplyHarness(world, MemoryLockStore.of(lock), new HandClock(AT)).plan(campaigns);
    }

    private static Message holiday() {
        var text = "🎉 Holiday Sale! Get 30% off all items.\nUse code HOLIDAY30. Shop now: https://example.com/sale";
        return new Message(text, List.of(), true, Optional.empty(), Map.of());
    }

    private static Options named(String name) {
        return Approvals.NAMES.withParameters(name);
    }
}
