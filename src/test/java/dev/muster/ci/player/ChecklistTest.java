package dev.muster.ci.player;

import static dev.muster.testing.Repositories.git;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.muster.ci.player.FakeHub.Method;
import dev.muster.process.Java;
import dev.muster.process.Posts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The list of {@code ci.md}, followed word by word in an empty repository: its files are written, its commands are run, its table
 * of environments is set. What a reader is asked to put in is put in; nothing else is done.
 */
@Tag("process")
@DisabledOnOs(OS.WINDOWS)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ChecklistTest {
    private static final Pattern BLOCK =
            Pattern.compile("^( *)```(yaml|sh)\\n(.*?)^ *```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern ENVIRONMENT =
            Pattern.compile("^ *\\| `(muster-[a-z]+)` \\| [^|]+ \\| (required|none)", Pattern.MULTILINE);

    @TempDir
    private Path folder;

    private Path clone;

    @BeforeEach
    void name_the_clone() {
        clone = folder.resolve("clone");
    }

    private record Block(String language, String text) {
        static Block of(String indent, String language, String text) {
            return new Block(language, text.replaceAll("(?m)^" + indent, ""));
        }
    }

    private static String list() throws IOException {
        var page = Files.readString(Path.of("src/site/markdown/ci.md"));
        return page.substring(page.indexOf("## GitHub Actions"), page.indexOf("### What the workflows do"));
    }

    @Test
    void followed_word_by_word_it_leads_from_an_empty_repository_to_a_campaign_that_is_sent() throws Exception {
        var jar = Optional.ofNullable(System.getProperty("muster.jar"));
        assumeTrue(jar.isPresent(), "Maven names the jar");
        try (var posts = Posts.open(folder.resolve("seax"));
                var hub = new FakeHub(folder.resolve("hub"))) {
            var key = posts.sandbox().apiKey();
            git(folder, "clone", "-q", hub.repository().bare().toUri().toString(), clone.toString());
            var player = new WorkflowPlayer(hub);
            int played = 0;
            for (var block : blocks()) {
                var event = hub.watched(() -> follow(block, posts, variables(jar.get(), key)));
                if (event.isPresent()) {
                    assertThat(player.play(event.get()))
                            .as("the commit skips them")
                            .isEmpty();
                    setEnvironments(hub, key);
                    played++;
                }
            }
            assertThat(played).isEqualTo(1);
            assertThat(hub.repository().tip("refs/heads/muster/production")).isNotEmpty();

            openAndMerge(hub, player);
            assertThat(posts.count()).isEqualTo(1);
        }
    }

    private static List<Block> blocks() throws IOException {
        return BLOCK.matcher(list())
                .results()
                .map(found -> Block.of(found.group(1), found.group(2), found.group(3)))
                .toList();
    }

    private static void setEnvironments(FakeHub hub, String key) throws IOException {
        ENVIRONMENT
                .matcher(list())
                .results()
                .forEach(row ->
                        hub.environment(row.group(1), row.group(2).equals("required"), Map.of("SEAX_API_KEY", key)));
        for (var name : CampaignHub.ENVIRONMENTS) {
            assertThat(hub.environment(name).secrets()).as(name).isNotEmpty();
        }
    }

    private static void openAndMerge(FakeHub hub, WorkflowPlayer player) {
        var request = hub.openFrom("hello");
        var planned = player.playOne(hub.event("opened", request));
        assertThat(planned.waitsFor()).containsExactly("muster-plan");
        planned.approve("muster-plan");
        assertThat(planned.results())
                .as(planned.log() + planned.result("plan").summary())
                .containsEntry("result", "success");
        assertThat(hub.discussion().comments(request.number()))
                .singleElement()
                .extracting(Discussion.Comment::body)
                .asString()
                .contains("1 campaign, 6 messages", request.head(), "/runs/" + planned.id());

        var run = player.playOne(hub.merge(request, Method.SQUASH));
        assertThat(run.waitsFor()).as(run.log()).containsExactly("muster-send");
        assertThat(run.result("plan").summary()).contains("1 campaign, 6 messages");
        run.approve("muster-send");
        assertThat(run.results()).as(run.log()).hasSize(4).containsOnlyKeys("plan", "apply", "status", "alarm");
        assertThat(run.results().values()).as(run.log()).containsOnly("success");
    }

    /** A file is named by its first line; commands are run as they stand. */
    private void follow(Block block, Posts posts, Map<String, String> variables) {
        if (block.language().equals("yaml")) {
            var text = block.text()
                    .replace("staff_test", Posts.LABEL)
                    .replace(
                            "https://seax.example.com/api/v1",
                            posts.sandbox().baseUrl().toString())
                    .replace(
                            "00000000-0000-4000-8000-000000000000",
                            posts.sandbox().workspaceId());
            HubFiles.write(clone.resolve(text.substring(2, text.indexOf('\n'))), text);
            return;
        }
        var script = HubFiles.write(folder.resolve("block.sh"), block.text());
        var log = folder.resolve("block.log");
        int code = StepProcess.start(List.of("bash", "-eu", script.toString()), clone, variables, log)
                .await();
        assertThat(code).as(block.text() + HubFiles.read(log)).isZero();
    }

    private Map<String, String> variables(String jar, String key) {
        var bin = folder.resolve("bin");
        var program = Java.program().stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
        var launcher = HubFiles.write(bin.resolve("muster"), "#!/bin/sh\nexec " + program + " \"$@\"\n");
        assertThat(launcher.toFile().setExecutable(true)).isTrue();
        var home = HubFiles.folder(folder.resolve("home"));
        HubFiles.write(home.resolve(".gitconfig"), "[user]\n\tname = Robin\n\temail = robin@example.com\n");
        var variables = new HashMap<String, String>();
        variables.put("PATH", bin + ":" + System.getenv("PATH"));
        variables.put("HOME", home.toString());
        variables.put("USER", "robin");
        variables.put("MUSTER", Path.of("").toAbsolutePath().toString());
        variables.put("JAR", jar);
        variables.put("JAR_PLACE", jar);
        variables.put("SEAX_API_KEY", key);
        return variables;
    }
}
