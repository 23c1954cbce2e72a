package dev.muster.seax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.audience.ContactIndex;
import dev.muster.audience.Funnel;
import dev.muster.model.ContactId;
import dev.muster.model.Label;
import dev.muster.model.LabelId;
import dev.muster.resolve.Workspace;
import dev.muster.sandbox.http.Sandbox;
import dev.muster.sandbox.world.SandboxOptions;
import dev.muster.testing.Chance;
import dev.muster.testing.WorkspaceContract;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The production client and the sandbox, which were written apart, agree on what a workspace is and on who is reached. */
class SandboxWorkspaceContractTest extends WorkspaceContract {
    private static final long SEED = 20261130;

    @TempDir
    static Path folder;

    private static Sandbox sandbox;
    private static SeaxWorkspace workspace;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(folder, Instant.parse("2026-11-30T09:00:00Z"), SandboxOptions.standard());
        var endpoint =
                new SeaxEndpoint(sandbox.baseUrl().toString(), sandbox.workspaceId(), ApiKey.of(sandbox.apiKey()));
        workspace = SeaxConnector.workspace(endpoint, name -> null, duration -> {}, new Random(SEED));
        var sender = SeaxConnector.sender(endpoint, name -> null);
        List.of("first", "second", "third").forEach(key -> sender.post(SandboxSenderContractTest.body(sandbox, key)));
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
    void what_muster_counts_is_what_the_server_counts_for_a_hundred_random_audiences() {
        var chance = new Chance(SEED);
        var contacts = workspace.contacts();
        var index = ContactIndex.of(contacts);
        var labels = workspace.labels().stream().map(Label::id).toList();
        var someone = contacts.stream().map(contact -> contact.id()).limit(500).toList();

        for (int each = 0; each < 100; each++) {
            var audience = chance.audience(labels, someone);
            assertThat(Funnel.of(audience, LabelId::value, index).roster().messages())
                    .as("seed %d, audience %d: %s", SEED, each, audience)
                    .isEqualTo(workspace.count(audience));
        }
    }

    @Test
    void a_contact_that_is_not_there_excludes_nobody() {
        var labels = workspace.labels().stream().map(Label::id).limit(1).toList();
        var stranger = List.of(new ContactId("00000000-0000-4000-8000-000000000000"));
        var with = new dev.muster.model.Audience<>(labels, List.<LabelId>of(), List.<LabelId>of(), stranger);
        var without = new dev.muster.model.Audience<>(labels, List.<LabelId>of(), List.<LabelId>of(), List.of());

        assertThat(workspace.count(with)).isEqualTo(workspace.count(without));
    }
}
