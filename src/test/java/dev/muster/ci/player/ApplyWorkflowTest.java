package dev.muster.ci.player;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.ci.player.FakeHub.Method;
import dev.muster.ci.player.HubRepository.Edit;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What happens after a merge, by day and by night; whether somebody was messaged is read from SeaX's ledger. */
@Tag("process")
@DisabledOnOs(OS.WINDOWS)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ApplyWorkflowTest {
    @TempDir
    private static Path folder;

    private static CampaignHub team;
    private int before;

    @BeforeAll
    static void open() {
        team = CampaignHub.in(folder);
        team.hub.push(
                "Plans are valid for a week",
                Edit.file("campaigns/muster.yaml", team.projectText() + "policy: {plan_valid_for: P7D}\n"));
    }

    @BeforeEach
    void nobody_is_asked() {
        team.environment("muster-send", false);
        before = team.posts.count();
    }

    @AfterAll
    static void close() {
        team.close();
    }

    private int posts() {
        return team.posts.count() - before;
    }

    private static void assertNoAlarm() {
        assertThat(team.hub.discussion().issues()).isEmpty();
    }

    @Test
    void what_is_pushed_is_planned_approved_and_sent_and_the_night_sends_nothing_more() {
        team.environment("muster-send", true);
        var run = team.player.playOne(team.hub.push("Spring", CampaignHub.campaign("spring")));

        assertThat(run.waitsFor()).as(run.log()).containsExactly("muster-send");
        assertThat(posts()).isZero();
        assertThat(run.result("plan").summary()).contains("1 campaign, 6 messages");

        run.approve("muster-send");
        assertThat(run.results()).as(run.log()).doesNotContainValue("failure").hasSize(4);
        assertThat(run.result("apply").outputs()).containsEntry("has_sends", "true");
        assertThat(posts()).isEqualTo(1);

        var night = team.player.playOne(team.hub.night());
        assertThat(night.results())
                .as(night.log())
                .containsEntry("plan", "success")
                .containsEntry("apply", "skipped")
                .containsEntry("status", "success")
                .containsEntry("alarm", "success");
        assertThat(posts()).isEqualTo(1);

        run.rerun().approve("muster-send");
        assertThat(run.results()).as(run.log()).containsEntry("apply", "skipped");
        assertThat(posts()).isEqualTo(1);
        assertNoAlarm();
    }

    @ParameterizedTest
    @EnumSource
    void what_is_merged_in_any_way_is_sent_once(Method method) {
        var key = "by-" + method.name().toLowerCase(java.util.Locale.ROOT);
        var request = team.hub.open(key, CampaignHub.campaign(key));

        var run = team.player.playOne(team.hub.merge(request, method));

        assertThat(run.results())
                .as(run.log())
                .containsEntry("apply", "success")
                .containsEntry("status", "success");
        assertThat(posts()).isEqualTo(1);
        assertThat(team.posts.sandbox().ledger().mostPerPersonAndName()).isEqualTo(1);
    }

    @Test
    void what_is_changed_beside_the_campaigns_starts_no_apply() {
        assertThat(team.player.play(team.hub.push("Say more", Edit.file("README.md", "# Campaigns\n"))))
                .isEmpty();
    }

    @Test
    void a_no_of_a_reviewer_sends_nothing_and_raises_no_alarm_until_somebody_starts_the_nightly_run_by_hand() {
        team.environment("muster-send", true);
        var run = team.player.playOne(team.hub.push("Refused", CampaignHub.campaign("refused")));

        run.reject("muster-send");
        assertThat(run.results())
                .as(run.log())
                .containsEntry("apply", "failure")
                .containsEntry("alarm", "success");
        assertThat(posts()).isZero();

        var manual = team.player.playOne(team.hub.dispatch());
        assertThat(manual.waitsFor()).containsExactly("muster-send");
        assertThat(posts()).isZero();
        manual.approve("muster-send");
        assertThat(manual.results()).as(manual.log()).containsEntry("apply", "success");
        assertThat(posts()).isEqualTo(1);
        assertNoAlarm();
    }

    @Test
    void an_approval_after_three_days_finds_the_plan_and_one_after_eight_days_sends_nothing() {
        team.environment("muster-send", true);
        var run = team.player.playOne(team.hub.push("Slow", CampaignHub.campaign("slow")));
        team.hub.clock().advance(Duration.ofDays(3));
        run.approve("muster-send");
        assertThat(run.results()).as(run.log()).containsEntry("apply", "success");
        assertThat(posts()).isEqualTo(1);

        var late = team.player.playOne(team.hub.push("Late", CampaignHub.campaign("late")));
        team.hub.clock().advance(Duration.ofDays(8));
        late.approve("muster-send");
        assertThat(late.results()).containsEntry("apply", "failure").containsEntry("status", "success");
        assertThat(late.result("apply").log()).contains("Artifact not found for name: plan");
        assertThat(posts()).isEqualTo(1);
        assertNoAlarm();

        team.hub.push("Too late", folder -> HubFiles.delete(folder.resolve("campaigns/late.yaml")));
    }

    /** Two runs at the same time, one in GitHub's queue of the first, one that is not. */
    @Test
    void a_nightly_run_beside_an_apply_sends_nothing_and_raises_no_alarm() {
        var event =
                team.hub.push("Two of them", CampaignHub.campaign("beside").and(CampaignHub.campaign("beside-two")));
        var gate = team.hub.git().holdPush(2);
        var apply = CampaignHub.beside(team.player.start(event).get(0));
        gate.awaitPush();

        var night = team.player.playOne(team.hub.night());
        assertThat(night.results()).as(night.log()).containsOnlyKeys("plan");
        assertThat(posts()).isZero();

        gate.open();
        assertThat(apply.join().results()).containsEntry("apply", "success");
        night.proceed();
        assertThat(night.results())
                .as(night.log())
                .containsEntry("apply", "failure")
                .containsEntry("status", "success");
        assertThat(night.result("apply").outputs())
                .containsEntry("exitcode", "4")
                .containsEntry("has_sends", "false");
        assertThat(posts()).isEqualTo(2);
        assertNoAlarm();
    }

    @Test
    void a_protected_branch_of_the_lock_keeps_everything_from_being_sent() {
        team.hub.repository().protect("refs/heads/muster/production");
        try {
            var run = team.player.playOne(team.hub.push("Protected", CampaignHub.campaign("protected")));

            assertThat(run.results()).as(run.log()).containsEntry("apply", "failure");
            assertThat(posts()).isZero();
            assertThat(run.result("apply").log()).contains("muster/production");
            assertNoAlarm();
        } finally {
            team.hub.repository().unprotect();
        }
        var night = team.player.playOne(team.hub.night());
        assertThat(night.results()).as(night.log()).containsEntry("apply", "success");
        assertThat(posts()).isEqualTo(1);
    }
}
