package dev.muster.ci.player;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What happens after a merge, by day and by night; whether somebody was messaged is read from SeaX's ledger. */
@Tag("process")
@DisabledOnOs(OS.WINDOWS)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ApplyWorkflowTest {
    @TempDir
    private Path folder;

    private CampaignHub team;

    @BeforeEach
    void open() {
        team = CampaignHub.in(folder);
    }

    @AfterEach
    void close() {
        team.close();
    }

    @Test
    void what_is_pushed_is_planned_approved_and_sent_and_the_night_sends_nothing_more() {
        team.environment("muster-send", true);
        var run = team.player.playOne(team.hub.push("Spring", CampaignHub.campaign("spring")));

        assertThat(run.waitsFor()).as(run.log()).containsExactly("muster-send");
        assertThat(team.posts.count()).isZero();
        assertThat(run.result("plan").summary()).contains("1 campaign, 6 messages");

        run.approve("muster-send");
        assertThat(run.results()).as(run.log()).doesNotContainValue("failure").hasSize(4);
        assertThat(run.result("apply").outputs()).containsEntry("has_sends", "true");
        assertThat(team.posts.count()).isEqualTo(1);

        var night = team.player.playOne(team.hub.night());
        assertThat(night.results())
                .as(night.log())
                .containsEntry("plan", "success")
                .containsEntry("apply", "skipped")
                .containsEntry("status", "success")
                .containsEntry("alarm", "success");
        assertThat(team.posts.count()).isEqualTo(1);
        assertThat(team.hub.discussion().issues()).isEmpty();
    }
}
