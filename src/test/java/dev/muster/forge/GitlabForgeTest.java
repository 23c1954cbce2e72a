package dev.muster.forge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.forge.http.ForgeAddress;
import dev.muster.forge.http.ForgeToken;
import dev.muster.forge.http.GitlabForge;
import dev.muster.http.Network;
import dev.muster.testing.ForgeServer;
import dev.muster.testing.GitlabServer;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
@DisplayNameGeneration(ReplaceUnderscores.class)
class GitlabForgeTest extends ForgeContract {
    private @Nullable GitlabForge gitlab;

    @Override
    ForgeServer serve() {
        return new GitlabServer();
    }

    @Override
    Forge connect(String token) {
        var connected = new GitlabForge(
                7,
                ForgeAddress.of("CI_API_V4_URL", server.url()),
                ForgeToken.of("GITLAB_TOKEN", token),
                Network.DIRECT);
        gitlab = connected;
        return connected;
    }

    @Override
    void disconnect() {
        Objects.requireNonNull(gitlab).close();
    }

    @Override
    ForgeServer.Refusal missing() {
        return new ForgeServer.Refusal("replace", 404, Map.of(), "{\"message\":\"404 Not found\"}", false);
    }

    /** Whoever writes a campaign would merge it with our account. */
    @AfterEach
    void nothing_that_was_written_is_a_quick_action() {
        assertThat(((GitlabServer) server).commands()).isEmpty();
    }

    @Test
    void a_list_without_end_is_none() {
        IntStream.range(0, 120).forEach(page -> server.refuse("search", 200, Map.of("x-next-page", "2"), "[]"));

        assertThat(failsWith(ForgeException.Kind.REFUSED, this::comment)).contains("no end within 100 pages");
        assertThat(server.written()).isEmpty();
    }
}
