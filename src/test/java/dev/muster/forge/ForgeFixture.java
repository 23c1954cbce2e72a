package dev.muster.forge;

import static dev.muster.testing.ForgeServer.REQUEST;
import static dev.muster.testing.ForgeServer.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.muster.forge.CommentWriter.Result;
import dev.muster.forge.ForgeException.Kind;
import dev.muster.forge.PipelineRun.Words;
import dev.muster.testing.ForgeServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;

/** A forge with what a run would write to it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class ForgeFixture {
    static final String PLAN = "<!-- muster:{\"v\":1,\"command\":\"plan\",\"workspace\":\"office\"} -->";
    static final String APPLY = PLAN.replace("plan", "apply");
    static final String ALARM = "<!-- muster:{\"v\":1,\"alarm\":true} -->";
    static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
    static final String DOUBT = "apply failure code:6 sent:true";

    final List<Long> waited = new ArrayList<>();
    final List<String> told = new ArrayList<>();
    ForgeServer server;
    Forge forge;

    abstract ForgeServer serve();

    abstract Forge connect(String token);

    abstract void disconnect();

    @BeforeEach
    void open() {
        server = serve();
        forge = connect(TOKEN);
    }

    @AfterEach
    void close() {
        disconnect();
        server.close();
        assertThat(told).noneMatch(line -> line.contains(TOKEN));
    }

    static String run(long id, long attempt) {
        return "<!-- muster:run {\"id\":" + id + ",\"attempt\":" + attempt + "} -->";
    }

    static PipelineRun ours() {
        return new PipelineRun(
                50, 2, Optional.of("https://forge.example/runs/50"), Optional.of(COMMIT), true, Words.GITHUB);
    }

    ForgeRetry retry() {
        return new ForgeRetry(wait -> waited.add(wait.toSeconds()), told::add);
    }

    Result comment(String text) {
        return new CommentWriter(forge, ours(), retry())
                .write(REQUEST, RequestComment.of(text).orElseThrow());
    }

    Result comment() {
        return comment(PLAN + "\n## Muster plan\n");
    }

    AlarmWriter.Result alarm(PipelineRun run, String ended, ResultFile... files) {
        return new AlarmWriter(forge, run, retry(), told::add)
                .write(new JobResults(
                        "office", ended.lines().map(JobEnd::of).toList(), Set.of(), List.of(), List.of(files)));
    }

    AlarmWriter.Result alarm() {
        return alarm(ours(), DOUBT, new ResultFile("status.md", () -> "    campaign-1/1  IN_DOUBT\n"));
    }

    String body() {
        return server.comments().get(server.comments().size() - 1).body();
    }

    String issueBody() {
        return server.issues().get(server.issues().size() - 1).text().body();
    }

    /** What this forge answers where there is nothing to change. */
    abstract ForgeServer.Refusal missing();

    static String failsWith(Kind kind, Runnable what) {
        var problem = assertThatExceptionOfType(ForgeException.class).isThrownBy(what::run);
        problem.satisfies(e -> assertThat(e.kind()).as(e.getMessage()).isEqualTo(kind));
        return String.valueOf(problem.actual().getMessage());
    }
}
