package dev.muster.ci.player;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.ci.player.HubRepository.Edit;
import dev.muster.ci.player.RestServer.Refusal;
import dev.muster.testing.RunnerCommands;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a pull request is told, in one repository: each test has a pull request of its own. */
@Tag("process")
@DisabledOnOs(OS.WINDOWS)
@DisplayNameGeneration(ReplaceUnderscores.class)
class PullRequestWorkflowTest {

    @TempDir
    private static Path folder;

    private static CampaignHub team;

    @BeforeAll
    static void open() {
        team = CampaignHub.in(folder);
    }

    @AfterAll
    static void close() {
        team.close();
    }

    private static PullRequest proposed(String key) {
        return team.hub.open(key, CampaignHub.campaign(key));
    }

    @Test
    void one_that_is_opened_and_gets_commits_shows_its_newest_plan_only() {
        var request = proposed("spring");
        var first = team.opened(request);
        assertThat(first.results())
                .as(first.log())
                .containsEntry("offline", "skipped")
                .containsEntry("comment", "success")
                .containsEntry("result", "success");
        assertThat(team.comments(request))
                .singleElement()
                .asString()
                .contains("1 campaign, 6 messages", request.head(), "/actions/runs/" + first.id());

        var more = team.hub.add(request, CampaignHub.campaign("spring-two"));
        var second = team.synchronised(more);
        assertThat(team.comments(request))
                .singleElement()
                .asString()
                .contains("2 campaigns, 12 messages", more.head(), "/actions/runs/" + second.id());

        first.rerun();
        assertThat(first.results()).as(first.log()).containsEntry("comment", "success");
        assertThat(team.comments(request))
                .as("an old run that is run again has an older plan")
                .singleElement()
                .asString()
                .contains(more.head(), "/actions/runs/" + second.id());
        assertThat(team.posts.count()).isZero();
    }

    @Test
    void a_new_commit_ends_the_run_that_waits_for_a_reviewer() {
        team.environment("muster-plan", true);
        try {
            var request = proposed("waiting");
            var first = team.opened(request);
            assertThat(first.waitsFor()).containsExactly("muster-plan");

            var second = team.synchronised(team.hub.add(request, CampaignHub.campaign("waiting-two")));

            assertThat(first.results()).containsEntry("plan", "cancelled").containsEntry("result", "failure");
            assertThat(second.waitsFor()).containsExactly("muster-plan");
            assertThat(second.reject("muster-plan").results())
                    .containsEntry("plan", "failure")
                    .containsEntry("result", "failure");
            assertThat(team.comments(request))
                    .as("a plan that nobody allowed")
                    .singleElement()
                    .asString()
                    .contains("no plan for");
        } finally {
            team.environment("muster-plan", false);
        }
    }

    @Test
    void one_that_is_closed_starts_nothing() {
        var request = proposed("closed");

        assertThat(team.player.play(team.hub.close(request))).isEmpty();
    }

    @Test
    void one_that_changes_no_campaign_passes_without_a_plan() {
        var run = team.opened(team.hub.open("readme", Edit.file("README.md", "# Campaigns\n")));

        assertThat(run.results())
                .containsEntry("plan", "skipped")
                .containsEntry("offline", "skipped")
                .containsEntry("comment", "skipped")
                .containsEntry("result", "success");
    }

    /** Nobody is counted, no secret is given, and the token cannot write. */
    @Test
    void one_from_a_fork_gets_an_offline_plan_without_any_secret() {
        team.posts.sandbox().forgetRequests();
        var run = team.opened(team.hub.openFromFork("stranger", CampaignHub.campaign("stranger")));

        assertThat(run.results())
                .as(run.log())
                .containsEntry("offline", "success")
                .containsEntry("plan", "skipped")
                .containsEntry("comment", "skipped")
                .containsEntry("result", "success");
        assertThat(run.result("offline").summary()).contains("offline, nobody was counted");
        assertThat(run.log() + run.artifacts().text()).doesNotContain(team.key());
        assertThat(team.posts.sandbox().requests()).isEmpty();
    }

    @Test
    void a_merge_queue_holds_the_definitions_and_counts_nobody() {
        team.posts.sandbox().forgetRequests();
        var good = team.player.playOne(team.hub.mergeGroup(proposed("queued")));
        assertThat(good.results())
                .as(good.log())
                .containsEntry("offline", "success")
                .containsEntry("result", "success");

        var bad = team.hub.open("broken", Edit.file("campaigns/broken.yaml", "kind: campaign\nkey: Broken!\n"));
        assertThat(team.player.playOne(team.hub.mergeGroup(bad)).results())
                .containsEntry("offline", "failure")
                .containsEntry("result", "failure");
        assertThat(team.posts.sandbox().requests()).isEmpty();
    }

    @Test
    void a_comment_that_somebody_deleted_is_written_anew_among_five_hundred() {
        var request = proposed("crowded");
        for (int number = 1; number <= 250; number++) {
            team.hub.discussion().comment(request.number(), "robin", "Remark " + number);
        }
        team.opened(request);
        var own = team.hub.discussion().comments(request.number()).get(250);
        for (int number = 251; number <= 500; number++) {
            team.hub.discussion().comment(request.number(), "robin", "Remark " + number);
        }

        var more = team.hub.add(request, CampaignHub.campaign("crowded-two"));
        team.synchronised(more);
        assertThat(team.comments(request)).hasSize(501);
        assertThat(team.hub.discussion().comment(own.id()))
                .get()
                .extracting(Discussion.Comment::body)
                .asString()
                .contains(more.head());

        team.hub.discussion().delete(own.id());
        var run = team.synchronised(team.hub.add(more, CampaignHub.campaign("crowded-three")));
        assertThat(run.results()).as(run.log()).containsEntry("comment", "success");
        assertThat(team.comments(request)).hasSize(501).last().asString().contains("3 campaigns, 18 messages");
    }

    /** A workflow that was copied without the right to write comments, and GitHub's limits. */
    @Test
    void what_cannot_be_written_makes_the_job_fail_and_says_why() {
        var request = proposed("mute");
        team.hub.rest().refuse(Refusal.secondary("/api/graphql", 0));
        team.hub.rest().refuse(Refusal.tooMany("/api/v3/", 0));
        var run = team.opened(request);
        assertThat(run.results()).as(run.log()).containsEntry("comment", "success");
        assertThat(team.comments(request)).hasSize(1);

        var without = team.hub.add(request, folder -> {
            var file = folder.resolve(".github/workflows/plan.yml");
            HubFiles.write(file, HubFiles.read(file).replace("pull-requests: write", "pull-requests: read"));
        });
        var silent = team.synchronised(without);
        assertThat(silent.results()).containsEntry("plan", "success").containsEntry("comment", "failure");
        assertThat(silent.result("comment").log()).contains("::error::").contains(RestServer.NO_RIGHT);
        assertThat(RunnerCommands.in(silent.log())).containsOnly("error");
    }

    @Test
    void a_plan_job_whose_machine_is_lost_is_told_in_the_comment() {
        var request = proposed("lost");
        team.opened(request);
        var run = team.player.start(team.hub.event("synchronize", request)).get(0);

        run.loseMachineIn("plan").proceed();

        assertThat(run.results()).containsEntry("plan", "failure").containsEntry("comment", "success");
        assertThat(team.comments(request)).singleElement().asString().contains("no plan for " + request.head());
    }
}
