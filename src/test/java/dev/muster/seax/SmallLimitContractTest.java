package dev.muster.seax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.resolve.Workspace;
import dev.muster.sandbox.api.Operation;
import dev.muster.sandbox.http.Fault;
import dev.muster.sandbox.http.Sandbox;
import dev.muster.sandbox.world.SandboxOptions;
import dev.muster.sandbox.world.ServerVariant;
import dev.muster.testing.WorkspaceContract;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole contract again, with a server that refuses to be asked for more than 50 rows. */
class SmallLimitContractTest extends WorkspaceContract {
    @TempDir
    static Path folder;

    private static Sandbox sandbox;
    private static SeaxEndpoint endpoint;
    private static SeaxWorkspace workspace;

    @BeforeAll
    static void start() {
        var options = SandboxOptions.standard().with(ServerVariant.LargeLimit.REFUSED);
        sandbox = Sandbox.start(folder, Instant.parse("2026-11-30T09:00:00Z"), options);
        endpoint = new SeaxEndpoint(sandbox.baseUrl().toString(), sandbox.workspaceId(), ApiKey.of(sandbox.apiKey()));
        workspace = open();
        var sender = SeaxConnector.sender(endpoint, name -> null);
        List.of("first", "second", "third").forEach(key -> sender.post(SandboxSenderContractTest.body(sandbox, key)));
    }

    private static SeaxWorkspace open() {
        return SeaxConnector.workspace(endpoint, name -> null, duration -> {}, new Random(1));
    }

    @AfterAll
    static void stop() {
        workspace.close();
        sandbox.close();
    }

    @Override
    public Workspace workspace() {
        return workspace;
    }

    @Test
    void the_limit_is_found_once_and_kept_for_every_list() {
        try (var fresh = open()) {
            assertThat(fresh.labels()).isNotEmpty();
            sandbox.forgetRequests();

            assertThat(fresh.contacts()).hasSize(3200);
        }

        var limits = sandbox.requests().stream()
                .map(request -> request.target().replaceFirst(".*[?&]limit=([0-9]+).*", "$1"))
                .filter(limit -> !limit.equals("1")) // a question of the probe
                .toList();
        assertThat(limits).hasSizeGreaterThanOrEqualTo(103).containsOnly("31");
    }

    @Test
    void a_refusal_of_every_limit_is_told_as_it_was_first_given() {
        sandbox.fault(Operation.LABELS, Fault.status(422), 10);
        try (var fresh = open()) {
            assertThatThrownBy(fresh::labels)
                    .hasMessageContaining("GET /contact_labels")
                    .hasMessageContaining("422");
        } finally {
            sandbox.clearFaults();
        }
    }
}
