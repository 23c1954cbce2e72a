package dev.muster.cli.env;

import dev.muster.apply.MonotonicClock;
import dev.muster.diagnostic.EnvironmentException;
import dev.muster.http.RetryDelay;
import dev.muster.model.project.WorkspaceSettings;
import dev.muster.seax.ApiKey;
import dev.muster.seax.ReadSettings;
import dev.muster.seax.SeaxConnector;
import dev.muster.seax.SeaxEndpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/** The real ways: the embedded sandbox, or SeaX with a key from the environment or a file. */
public final class DefaultClientFactory implements WorkspaceClientFactory {
    @Override
    public WorkspaceClient connect(WorkspaceSettings settings, Path campaigns, ProgramEnvironment surroundings) {
        if (settings.host() instanceof WorkspaceSettings.Remote remote) {
            return seax(remote, settings.maxContacts(), surroundings);
        }
        var reading = new ReadSettings(
                OptionalInt.empty(), settings.maxContacts(), ReadProgressLine.on(surroundings), Optional.empty());
        return EmbeddedSandbox.connect((WorkspaceSettings.Sandbox) settings.host(), settings.api(), campaigns, reading);
    }

    private static WorkspaceClient seax(
            WorkspaceSettings.Remote remote, int maxContacts, ProgramEnvironment surroundings) {
        var network = NetworkSetup.of(remote.baseUrl(), remote.network(), surroundings)
                .network();
        var key = key(remote.key(), surroundings);
        var endpoint = new SeaxEndpoint(remote.baseUrl(), remote.workspaceId(), key, network);
        var clock = new MonotonicClock(surroundings.clock(), System::nanoTime);
        var reading = new ReadSettings(
                OptionalInt.of(remote.maxRequestsPerSecond()),
                maxContacts,
                ReadProgressLine.on(surroundings),
                Optional.of(clock));
        return over(endpoint, clock, RetryDelay.SLEEPING, reading, () -> {});
    }

    /** The ports over one endpoint. */
    static WorkspaceClient over(
            SeaxEndpoint endpoint, Clock clock, RetryDelay pause, ReadSettings reading, Runnable closing) {
        var workspace =
                SeaxConnector.workspace(endpoint, System::getProperty, RetryDelay.SLEEPING, new Random(), reading);
        Runnable closingAll = () -> {
            workspace.close();
            closing.run();
        };
        return new WorkspaceClient(
                workspace,
                SeaxConnector.sender(endpoint, System::getProperty),
                SeaxConnector.parts(endpoint, System::getProperty),
                SeaxConnector.messages(endpoint, System::getProperty),
                SeaxConnector.receiptLabels(endpoint, workspace, System::getProperty),
                SeaxConnector.importer(endpoint, System::getProperty, workspace),
                workspace,
                clock,
                pause,
                endpoint.rosterHash(),
                closingAll);
    }

    public static ApiKey key(WorkspaceSettings.KeySource source, ProgramEnvironment surroundings) {
        if (source instanceof WorkspaceSettings.KeyFromEnvironment environment) {
            return surroundings
                    .variable(environment.variable())
                    .map(DefaultClientFactory::key)
                    .orElseThrow(() -> new EnvironmentException("there is no API key: set the environment variable "
                            + environment.variable() + " (SeaX dashboard: Account → API Key)"));
        }
        return fromFile(surroundings.folder().resolve(((WorkspaceSettings.KeyFromFile) source).path()));
    }

    private static ApiKey key(String text) {
        try {
            return ApiKey.of(text);
        } catch (IllegalArgumentException e) {
            throw new EnvironmentException("the API key is unusable: " + e.getMessage(), e);
        }
    }

    private static ApiKey fromFile(Path file) {
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                throw new EnvironmentException("there is no API key: " + file + " is not a regular file");
            }
            var readers = PosixFilePermissions.toString(Files.getPosixFilePermissions(file))
                    .substring(3);
            if (!readers.equals("------")) {
                throw new EnvironmentException("others can read the API key: chmod 600 " + file);
            }
            return key(Files.readString(file).strip());
        } catch (IOException | UnsupportedOperationException e) {
            throw new EnvironmentException("the API key cannot be read from " + file + ": " + e.getMessage(), e);
        }
    }
}
