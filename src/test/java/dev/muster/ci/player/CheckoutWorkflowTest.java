package dev.muster.ci.player;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.muster.ci.player.HubRepository.Edit;
import java.io.IOException;
import java.nio.file.Files;
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

/** Machines and folders that are not as in the examples: what lies there already, who owns it, and where the campaigns are. */
@Tag("process")
@DisabledOnOs(OS.WINDOWS)
@DisplayNameGeneration(ReplaceUnderscores.class)
class CheckoutWorkflowTest {
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

    /** Changes the text of every workflow. */
    private static Edit workflows(String from, String to) {
        return at -> {
            try (var files = Files.list(at.resolve(".github/workflows"))) {
                for (var file : files.toList()) {
                    HubFiles.write(file, HubFiles.read(file).replace(from, to));
                }
            }
        };
    }

    /** The first job of any kind keeps the answers before its checkout deletes them, and the alarm names them. */
    @Test
    void on_a_runner_of_ones_own_what_a_dead_job_left_is_kept_and_is_in_nobodys_way() {
        team.player.useOwnRunner();
        var request = team.hub.open("first", CampaignHub.campaign("first"));
        assertThat(team.opened(request).results()).containsEntry("result", "success");
        var work = team.player.runner().work();
        assertThat(work.resolve("base"))
                .as("the checkouts of the plan are still there")
                .isDirectory();
        HubFiles.write(work.resolve("campaigns/production.lock.answers"), "an answer of SeaX");
        HubFiles.write(work.resolve("campaigns/stray.yaml"), "kind: campaign\n");
        var another = team.opened(team.hub.open("second", CampaignHub.campaign("second")));
        assertThat(another.results()).containsEntry("result", "success");

        var run = team.merged(request);

        assertThat(run.results())
                .as(run.log())
                .containsEntry("apply", "success")
                .containsEntry("status", "success");
        assertThat(team.posts.count()).isEqualTo(1);
        assertThat(run.artifacts().text()).contains("an answer of SeaX");
        assertThat(team.hub.discussion().issues())
                .singleElement()
                .satisfies(issue -> assertThat(issue.body()).contains("left `production.lock.answers`"));
    }

    /** As in a container: the job runs as root, and the files are the runner's. */
    @Test
    void files_of_another_owner_are_judged_where_the_job_says_that_they_are_safe() throws IOException {
        assumeTrue(isRoot(), "only root can give files away");
        team.hub.push("Another owner", workflows("      - id: muster\n", """
                      - run: chown -R 65534:65534 .
                      - id: muster
                """));
        var untold = team.opened(team.hub.open("untold", CampaignHub.campaign("untold")));
        assertThat(untold.results()).containsEntry("plan", "failure");
        assertThat(untold.result("plan").log()).contains("safe.directory");

        team.hub.push("Say that it is safe", workflows("          SEAX_API_KEY:", """
                          GIT_CONFIG_COUNT: 1
                          GIT_CONFIG_KEY_0: safe.directory
                          GIT_CONFIG_VALUE_0: "*"
                          SEAX_API_KEY:\
                """));
        var run = team.opened(team.hub.open("told", CampaignHub.campaign("told")));
        assertThat(run.results()).as(run.log()).containsEntry("plan", "success");
    }

    private static Edit move() {
        return at -> {
            Files.createDirectories(at.resolve("marketing"));
            Files.move(at.resolve("campaigns"), at.resolve("marketing/campaigns"));
        };
    }

    private boolean isRoot() throws IOException {
        return Files.getOwner(folder).getName().equals("root");
    }

    @Test
    void campaigns_in_a_sub_folder_are_planned_and_sent_from_there() {
        team.hub.push(
                "Move",
                move().and(workflows("campaigns/", "marketing/campaigns/"))
                        .and(workflows("-- campaigns ", "-- marketing/campaigns "))
                        .and(workflows(
                                "          workspace: production\n",
                                "          workspace: production\n          folder: marketing/campaigns\n")));
        var request = team.hub.open("below", at -> {
            CampaignHub.campaign("below").in(at);
            Files.move(at.resolve("campaigns/below.yaml"), at.resolve("marketing/campaigns/below.yaml"));
        });
        var planned = team.opened(request);
        assertThat(planned.results()).as(planned.log()).containsEntry("plan", "success");
        assertThat(team.comments(request)).singleElement().asString().contains("1 campaign, 6 messages");

        var run = team.merged(request);
        assertThat(run.results()).as(run.log()).containsEntry("apply", "success");
        assertThat(team.posts.count()).isEqualTo(1);
    }

    /** The examples for one workspace, copied for another one: neither is in the other's way. */
    @Test
    void two_workspaces_have_a_comment_each() {
        team.hub.push(
                "Two workspaces",
                Edit.file(
                                "campaigns/muster.yaml",
                                team.projectText()
                                        + """
                  staging:
                    base_url: %s
                    workspace_id: %s
                    api_key_env: SEAX_API_KEY
                    lock: {store: git, branch: muster/staging}
                """.formatted(
                                                        team.posts.sandbox().baseUrl(),
                                                        team.posts.sandbox().workspaceId()))
                        .and(at -> {
                            var plan = at.resolve(".github/workflows/plan.yml");
                            HubFiles.write(
                                    plan.resolveSibling("plan-staging.yml"),
                                    HubFiles.read(plan).replace("production", "staging"));
                        }));
        team.init("staging");
        var request = team.hub.open("both", CampaignHub.campaign("both"));

        var runs = team.player.play(team.hub.event("opened", request));

        assertThat(runs)
                .as(team.player.everythingSaid())
                .hasSize(2)
                .allSatisfy(run -> assertThat(run.results())
                        .containsEntry("plan", "success")
                        .containsEntry("comment", "success")
                        .containsEntry("result", "success"));
        assertThat(team.comments(request))
                .hasSize(2)
                .anyMatch(body -> body.contains("plan (production)"))
                .anyMatch(body -> body.contains("plan (staging)"));
    }
}
