package dev.muster.cli.forge;

import static dev.muster.testing.ForgeServer.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.read.ListAppender;
import dev.muster.cli.InMemoryProgram;
import dev.muster.testing.ForgeServer;
import dev.muster.testing.GithubServer;
import dev.muster.testing.GitlabServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** {@code muster comment} and {@code muster alarm} as a job of a pipeline runs them, in a folder without a project or a key. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class ForgeCommandFixture {
    static final String PLAN = "<!-- muster:{\"v\":1,\"command\":\"plan\",\"workspace\":\"office\"} -->";
    static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
    static final String DOUBT = "apply failure code:6 sent:true";

    @TempDir
    Path folder;

    final ForgeServer github = new GithubServer();
    final GitlabServer gitlab = new GitlabServer();
    final ListAppender<ILoggingEvent> log = new ListAppender<>();
    final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    final Level usual = root.getLevel();
    final List<Appender<ILoggingEvent>> printing = new ArrayList<>();
    InMemoryProgram program;

    @BeforeEach
    void a_job() throws IOException {
        program = new InMemoryProgram(folder);
        Files.createDirectories(folder.resolve("job/.git"));
        program.goTo("job");
        program.write("job/plan.md", PLAN + "\n## Muster plan\n");
        log.list = Collections.synchronizedList(new ArrayList<>());
        log.start();
        root.iteratorForAppenders().forEachRemaining(printing::add);
        printing.forEach(root::detachAppender);
        root.addAppender(log);
        root.setLevel(Level.TRACE);
    }

    @AfterEach
    void nothing_that_was_logged_holds_the_token() {
        root.setLevel(usual);
        root.detachAppender(log);
        printing.forEach(root::addAppender);
        program.close();
        github.close();
        gitlab.close();
        assertThat(new ArrayList<>(log.list))
                .noneMatch(event -> event.getFormattedMessage().contains(TOKEN));
    }

    static Stream<Boolean> forges() {
        return Stream.of(true, false);
    }

    ForgeServer on(boolean isGithub, String... more) {
        var server = isGithub ? github : gitlab;
        var variables = new HashMap<>(server.variables());
        for (int at = 0; at < more.length; at += 2) {
            variables.put(more[at], more[at + 1]);
        }
        program.variables(variables);
        return server;
    }

    InMemoryProgram.Run run(int code, String... arguments) {
        var run = program.run(arguments);
        assertThat(run.code()).as(run.all()).isEqualTo(code);
        assertThat(run.all()).doesNotContain(TOKEN).doesNotContain("\n::");
        return run;
    }
}
