package dev.muster.ci.player;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.ci.player.HubRepository.Edit;
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

/** Folders that are not as in the examples. */
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

    private static Edit move() {
        return at -> {
            Files.createDirectories(at.resolve("marketing"));
            Files.move(at.resolve("campaigns"), at.resolve("marketing/campaigns"));
        };
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
}
