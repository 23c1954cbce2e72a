package dev.muster.ci.player;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.ci.player.HubRepository.Edit;
import dev.muster.sandbox.api.Operation;
import dev.muster.sandbox.http.Fault;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs after which somebody has to look: one issue says so, and nothing is sent a second time. */
@Tag("process")
@DisabledOnOs(OS.WINDOWS)
@DisplayNameGeneration(ReplaceUnderscores.class)
class AlarmWorkflowTest {
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

    private List<String> issues() {
        return team.hub.discussion().issues().stream()
                .map(Discussion.Topic::body)
                .toList();
    }

    private static Edit campaigns(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> CampaignHub.campaign("campaign-" + number))
                .reduce(Edit::and)
                .orElseThrow();
    }

    @Test
    void a_doubt_of_a_run_of_four_hundred_campaigns_opens_exactly_one_issue() {
        team.posts.sandbox().fault(Operation.CREATE_CAMPAIGN, Fault.drop());

        var run = team.player.playOne(team.hub.push("All of them", campaigns(400)));

        assertThat(run.result("apply").outputs()).as(run.log()).containsEntry("exitcode", "6");
        assertThat(run.results()).containsEntry("alarm", "success");
        assertThat(issues())
                .singleElement()
                .asString()
                .hasSizeLessThanOrEqualTo(Discussion.LONGEST)
                .contains("apply", "IN_DOUBT", "/actions/runs/" + run.id());
        assertThat(team.posts.count()).isEqualTo(1);

        team.player.playOne(team.hub.night());
        assertThat(issues()).as("the night adds to it at most").hasSize(1);
        assertThat(team.posts.count()).isEqualTo(1);
    }

    @Test
    void a_run_that_is_cancelled_in_a_post_ends_with_the_doubt_and_raises_the_alarm() {
        team.posts.sandbox().fault(Operation.CREATE_CAMPAIGN, Fault.commitThenSilence());
        var run = team.player.start(team.hub.push("Two", campaigns(2))).get(0);
        var played = CampaignHub.beside(run);
        team.posts.await(1);

        var signals = run.cancel();
        played.join();

        assertThat(signals).as("before it is killed").doesNotContain("KILL");
        assertThat(run.result("apply").outputs()).as(run.log()).containsEntry("exitcode", "6");
        assertThat(run.results()).containsEntry("apply", "cancelled").containsEntry("alarm", "success");
        assertThat(run.artifacts().names()).contains("result-production");
        assertThat(issues()).singleElement().asString().contains("- apply");
        assertThat(team.posts.count()).isEqualTo(1);
    }

    @Test
    void a_machine_that_is_lost_in_a_post_raises_one_alarm_and_nothing_is_sent_twice() {
        team.posts.sandbox().fault(Operation.CREATE_CAMPAIGN, Fault.commitThenSilence());
        var run = team.player.start(team.hub.push("Two", campaigns(2))).get(0);
        var played = CampaignHub.beside(run);
        team.posts.await(1);

        run.loseMachine();
        played.join();
        team.posts.sandbox().clearFaults();

        assertThat(run.results())
                .as(run.log())
                .containsEntry("apply", "failure")
                .containsEntry("alarm", "success");
        assertThat(run.result("apply").outputs()).isEmpty();
        assertThat(issues()).singleElement().asString().contains("- apply");

        var night = team.player.playOne(team.hub.night());
        assertThat(night.results()).as(night.log()).containsEntry("alarm", "success");
        assertThat(issues()).hasSize(1);
        var next = team.player.playOne(team.hub.push("Three", CampaignHub.campaign("campaign-3")));
        assertThat(next.results()).as(next.log()).containsEntry("alarm", "success");
        assertThat(team.posts.sandbox().ledger().mostPerPersonAndName()).isEqualTo(1);
        assertThat(issues()).hasSize(1);
    }
}
