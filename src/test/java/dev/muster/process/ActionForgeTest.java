package dev.muster.process;

import static dev.muster.testing.ForgeServer.OURS;
import static dev.muster.testing.ForgeServer.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.muster.testing.GithubServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The action's steps that write for people, once with the whole program; what they write is held elsewhere, in memory. */
@Tag("process")
@DisabledOnOs(OS.WINDOWS)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ActionForgeTest {
    private static final String PLAN = "<!-- muster:{\"v\":1,\"command\":\"plan\",\"workspace\":\"office\"} -->";

    @TempDir
    private Path folder;

    private final GithubServer github = new GithubServer();
    private Job job;

    @BeforeEach
    void a_job() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "there is no /bin/bash");
        var work = Files.createDirectories(folder.resolve("work"));
        var variables = new HashMap<>(github.variables());
        variables.remove("GH_TOKEN");
        job = Job.in(folder.resolve("machine"), work, variables);
        job.tool("git", "env >>\"$GITHUB_OUTPUT.git\"; exit 1");
    }

    @AfterEach
    void close() {
        github.close();
    }

    @Test
    void a_comment_and_an_alarm_are_written_and_no_other_program_gets_the_token() throws IOException {
        github.comment("17", OURS, PLAN, "of an older commit");
        Files.createDirectories(job.work().resolve("found/comment"));
        Files.writeString(job.work().resolve("found/comment/plan.md"), PLAN + "\n## ❓ Muster plan\n");

        var written = job.run(
                0,
                "INPUT_COMMAND=comment",
                "INPUT_WORKSPACE=office",
                "INPUT_FILE=found/comment/plan.md",
                "INPUT_REQUEST=3",
                "INPUT_COMMIT=0123456789abcdef0123456789abcdef01234567",
                "INPUT_TOKEN=" + TOKEN);
        job.run(
                0,
                "INPUT_COMMAND=alarm",
                "INPUT_FILE=found",
                "INPUT_ENDED=plan success code:0\n\napply failure code:6 sent:true\n",
                "INPUT_TOKEN=" + TOKEN);

        assertThat(written).containsEntry("exitcode", "0").containsEntry("has_sends", "false");
        assertThat(github.written()).containsExactly("replace 17", "open");
        assertThat(github.comments().get(0).body()).contains("## ❓ Muster plan", "Commit `0123456789abcdef");
        assertThat(github.issues().get(0).text().body()).contains("- apply: failure, exit code 6", "## ❓ Muster plan");
        assertThat(folder.resolve("machine/outputs.git")).doesNotExist();
    }

    /** Neither the build nor anything else of the step needs the token. */
    @Test
    void only_the_command_itself_gets_the_token() throws IOException {
        job.launcher("echo \"$* ${GH_TOKEN:-none} ${INPUT_TOKEN:-none}\" >>ran");

        job.run(
                0,
                "INPUT_COMMAND=alarm",
                "INPUT_ENDED=a b\n$(touch pwned)\n-x",
                "INPUT_FILE=-x",
                "INPUT_TOKEN=" + TOKEN);
        job.run(0, "INPUT_COMMAND=plan", "INPUT_TOKEN=" + TOKEN);

        assertThat(Files.readAllLines(job.work().resolve("ran")))
                .containsExactly(
                        "--version none none",
                        "alarm --job a b --job $(touch pwned) --job -x -- -x " + TOKEN + " none",
                        Files.readAllLines(job.work().resolve("ran")).get(2));
        assertThat(Files.readAllLines(job.work().resolve("ran")).get(2))
                .startsWith("plan ")
                .endsWith(" none none");
    }

    @Test
    void an_alarm_is_red_and_says_so_where_the_program_cannot_be_built_or_fetched_or_is_refused() {
        var failed = Map.of(
                List.of("INPUT_COMMAND=alarm", "INPUT_JAR=missing.jar", "INPUT_JAR_SHA256=" + "a".repeat(64)), 1,
                List.of("INPUT_COMMAND=alarm", "INPUT_JAR=missing.jar"), 64,
                List.of("INPUT_COMMAND=alarm", "INPUT_ENDED=apply failure code:6"), 7);
        job.launcher("[ \"$1\" = --version ] || { echo '## what would have been said'; exit 7; }");

        failed.forEach((inputs, code) -> {
            try (var step = job.start(inputs.toArray(String[]::new))) {
                assertThat(step.exitCode()).as(step.errors()).isEqualTo(code);
                assertThat(step.said()).contains("::error::Muster: action needed, and the alarm could not be raised");
            }
        });
        job.launcher("exit 5");
        try (var step = job.start("INPUT_COMMAND=comment", "INPUT_FILE=x")) {
            assertThat(step.exitCode()).isEqualTo(5);
            assertThat(step.said()).contains("::error::Muster's comment could not be written");
        }
        job.launcher("[ \"$1\" = --version ] || { echo '## what would have been said'; exit 1; }");
        job.run(1, "INPUT_COMMAND=alarm", "INPUT_ENDED=apply failure code:6");
        assertThat(job.summary()).contains("## what would have been said");
    }
}
