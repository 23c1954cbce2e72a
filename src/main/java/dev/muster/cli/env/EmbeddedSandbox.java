package dev.muster.cli.env;

import dev.muster.diagnostic.EnvironmentException;
import dev.muster.diagnostic.FileErrors;
import dev.muster.model.Dialect;
import dev.muster.model.project.WorkspaceSettings;
import dev.muster.sandbox.http.Sandbox;
import dev.muster.sandbox.world.InitialState;
import dev.muster.sandbox.world.SandboxOptions;
import dev.muster.sandbox.world.ServerVariant;
import dev.muster.seax.ApiKey;
import dev.muster.seax.ReadSettings;
import dev.muster.seax.SeaxEndpoint;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.Path;
import java.util.function.Supplier;

/** The sandbox inside this process: a real server on loopback whose world lives in the campaigns folder. */
public final class EmbeddedSandbox {
    /** The id of the one workspace that every sandbox has; the marker of a campaign is made from it. */
    public static final String WORKSPACE_ID = Sandbox.WORKSPACE_ID;

    /** Without it the JDK's server leaves the rest of an answer with the kernel, which waits 40 ms for more. */
    private static final String NO_DELAY = "sun.net.httpserver.nodelay";

    private EmbeddedSandbox() {}

    static WorkspaceClient connect(
            WorkspaceSettings.Sandbox settings, Dialect api, Path campaigns, ReadSettings reading) {
        var sandbox = start(settings, api, campaigns, 0);
        var endpoint =
                new SeaxEndpoint(sandbox.baseUrl().toString(), sandbox.workspaceId(), ApiKey.of(sandbox.apiKey()));
        return DefaultClientFactory.over(
                endpoint, new SandboxClock(sandbox::now), sandbox::advance, reading, sandbox::close);
    }

    public static Sandbox start(WorkspaceSettings.Sandbox settings, Dialect api, Path campaigns, int port) {
        System.getProperties().putIfAbsent(NO_DELAY, "true"); // read once, when the first server is made
        var standard = SandboxOptions.standard();
        var options = api == Dialect.OPENAPI ? standard.with(ServerVariant.Dialect.OPENAPI) : standard;
        var firstDay = new InitialState(settings.clock(), settings.contacts());
        var world = world(campaigns, settings.contacts());
        var sandbox = started(() -> Sandbox.start(world, firstDay, options, port), world, port);
        settings.faults().forEach(sandbox::fault);
        sandbox.movement(settings.movement());
        return sandbox;
    }

    private static Sandbox started(Supplier<Sandbox> start, Path world, int port) {
        try {
            return start.get();
        } catch (UncheckedIOException broken) {
            throw broken.getCause() instanceof BindException
                    ? new EnvironmentException(
                            "the sandbox cannot listen on port " + port + ": "
                                    + broken.getCause().getMessage() + "; choose another one with --port",
                            broken)
                    : new EnvironmentException(
                            "the sandbox keeps its world in " + world + ", and cannot use it: "
                                    + FileErrors.reason(broken.getCause())
                                    + "; make that folder writable, or work on a copy of"
                                    + " the campaigns in a folder of your own",
                            broken);
        }
    }

    /** Where the sandbox keeps its world: what happened in one of another size cannot be told in this one. */
    private static Path world(Path campaigns, int contacts) {
        boolean isUsual = contacts == WorkspaceSettings.Sandbox.DEFAULT_CONTACTS;
        return campaigns.resolve(".muster").resolve(isUsual ? "sandbox" : "sandbox-" + contacts);
    }
}
