package dev.muster.model.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.definition.ProjectDefinition;
import dev.muster.model.Dialect;
import dev.muster.model.MessageEndpoint;
import dev.muster.model.project.WorkspaceSettings.KeyFromEnvironment;
import dev.muster.model.project.WorkspaceSettings.KeyFromFile;
import dev.muster.model.project.WorkspaceSettings.KeySource;
import dev.muster.model.project.WorkspaceSettings.NetworkSettings;
import dev.muster.model.project.WorkspaceSettings.OpenApiAccount;
import dev.muster.model.project.WorkspaceSettings.Remote;
import dev.muster.model.project.WorkspaceSettings.Sandbox;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A setting that is added belongs to one of two: it decides where requests go, or it is judged with the campaigns. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DestinationTest {
    private static final Set<String> JUDGED_OF_A_WORKSPACE = Set.of(
            "horizon",
            "receipt_labels",
            "hold",
            "max_requests_per_second",
            "max_contacts",
            "max_destinations",
            "send_by",
            "labels",
            "accept_unverified_audiences");
    private static final Set<String> JUDGED_OF_A_LOCK = Set.of("lock.accept_loss_in_ci");

    @Test
    void every_setting_of_a_workspace_and_its_lock_is_decided_or_judged() {
        var decided = Stream.of(
                        remote(new KeyFromEnvironment("K"), new LockSettings.Git("b", "origin")),
                        remote(new KeyFromFile("k"), new LockSettings.Postgres("U", Optional.of("s"))),
                        workspace(new Sandbox(Instant.EPOCH), LockSettings.FILE))
                .flatMap(settings -> Destination.of(settings).settings().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));

        var written = names("", ProjectDefinition.Workspace.class);
        written.remove("lock");
        written.addAll(names("lock.", ProjectDefinition.Lock.class));

        assertThat(all(List.of(decided, JUDGED_OF_A_WORKSPACE, JUDGED_OF_A_LOCK)))
                .isEqualTo(written);
        assertThat(decided).doesNotContainAnyElementsOf(JUDGED_OF_A_WORKSPACE);
    }

    @Test
    void a_difference_names_the_setting_and_both_values() {
        var trusted = Destination.of(remote(new KeyFromEnvironment("K"), LockSettings.FILE));
        var proposed = Destination.of(remote(new KeyFromFile("/key"), LockSettings.FILE));

        assertThat(trusted.differences(proposed))
                .containsExactly(
                        new Destination.Difference("api_key_env", Optional.of("K"), Optional.empty()),
                        new Destination.Difference("api_key_file", Optional.empty(), Optional.of("/key")));
        assertThat(trusted.differences(trusted)).isEmpty();
    }

    private static Set<String> all(List<Collection<String>> parts) {
        return parts.stream().flatMap(Collection::stream).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(String before, Class<?> written) {
        return Stream.of(written.getRecordComponents())
                .map(component -> before
                        + component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static WorkspaceSettings remote(KeySource key, LockSettings lock) {
        var network = new NetworkSettings(Optional.of("http://proxy:1"), Optional.of("ca.pem"));
        return workspace(new Remote("https://seax.example", "id", key, 20, network), lock);
    }

    private static WorkspaceSettings workspace(WorkspaceSettings.Host host, LockSettings lock) {
        return new WorkspaceSettings(
                "office",
                host,
                Dialect.TUTORIAL,
                lock,
                WorkspaceSettings.DEFAULT_HORIZON,
                Map.of(),
                Optional.empty(),
                Optional.of(new OpenApiAccount("MG", "WA")),
                WorkspaceSettings.Precautions.NONE,
                Optional.of(MessageEndpoint.SEND_WHATSAPP_MESSAGE));
    }
}
