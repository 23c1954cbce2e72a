package dev.muster.forge;

import static dev.muster.testing.ForgeServer.REQUEST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.forge.PipelineRun.Words;
import dev.muster.forge.http.ForgeAddress;
import dev.muster.forge.http.ForgeToken;
import dev.muster.forge.http.GithubForge;
import dev.muster.http.Network;
import dev.muster.testing.ForgeServer;
import dev.muster.testing.GithubServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
@DisplayNameGeneration(ReplaceUnderscores.class)
class GithubForgeTest extends ForgeContract {
    private @Nullable GithubForge github;

    @Override
    ForgeServer serve() {
        return new GithubServer();
    }

    @Override
    Forge connect(String token) {
        var connected = new GithubForge(
                "crm/campaigns",
                ForgeAddress.of("GITHUB_API_URL", server.url()),
                ForgeToken.of("GH_TOKEN", token),
                Network.DIRECT);
        github = connected;
        return connected;
    }

    @Override
    void disconnect() {
        Objects.requireNonNull(github).close();
    }

    @Override
    ForgeServer.Refusal missing() {
        return new ForgeServer.Refusal(
                "replace", 200, Map.of(), "{\"errors\":[{\"type\":\"NOT_FOUND\",\"message\":\"gone\"}]}", false);
    }

    private List<Long> waits(int status, Map<String, String> headers, String body) {
        var waits = new ArrayList<Long>();
        server.refuse("search", status, headers, body);
        var run = new PipelineRun(1, 1, Optional.empty(), Optional.empty(), true, Words.GITHUB);
        new CommentWriter(forge, run, new ForgeRetry(wait -> waits.add(wait.toSeconds()), line -> {}))
                .write(REQUEST, RequestComment.missing(Optional.empty(), Optional.empty()));
        return waits;
    }

    /** Of thousands of open issues, the ones that changed last are looked at, and no more than are needed. */
    @Test
    void the_alarm_is_looked_for_no_further_than_it_is_found() {
        server.issue("7", ForgeServer.OURS, ALARM, run(4, 1));
        IntStream.range(200, 700).forEach(id -> server.issue(String.valueOf(id), "stranger", "hello"));

        assertThat(alarm()).isEqualTo(AlarmWriter.Result.ADDED);
        assertThat(server.asked()).containsExactly("search issues null", "add 7");
    }

    @Test
    void a_list_without_end_is_none() {
        var endless = "{\"data\":{\"repository\":{\"pullRequest\":{\"comments\":{\"nodes\":[],\"pageInfo\":"
                + "{\"hasNextPage\":true,\"endCursor\":\"again\"}}}}}}";
        IntStream.range(0, 300).forEach(page -> server.refuse("search", 200, Map.of(), endless));

        assertThat(failsWith(ForgeException.Kind.REFUSED, this::comment)).contains("no end within 200 pages");
        assertThat(server.written()).isEmpty();
    }

    /** docs.github.com, "Rate limits for the REST API" and "for the GraphQL API". */
    @Test
    void its_limits_are_waited_for() {
        var secondary = "{\"message\":\"You have exceeded a secondary rate limit\"}";
        assertThat(waits(403, Map.of("Retry-After", "7"), secondary)).containsExactly(7L);
        assertThat(waits(403, Map.of(), secondary)).containsExactly(60L);
        assertThat(waits(429, Map.of("Retry-After", "soon"), "")).containsExactly(60L);
        assertThat(waits(200, Map.of(), "{\"errors\":[{\"type\":\"RATE_LIMITED\"}]}"))
                .containsExactly(60L);
    }
}
