package dev.muster.cli.sandbox;

import dev.muster.cli.command.CommandContext;
import dev.muster.cli.command.RootCommand;
import dev.muster.cli.env.EmbeddedSandbox;
import dev.muster.cli.env.ExitCode;
import dev.muster.cli.record.ApprovedAudienceStore;
import dev.muster.diagnostic.EnvironmentException;
import dev.muster.diagnostic.UsageException;
import dev.muster.model.project.WorkspaceSettings;
import dev.muster.sandbox.http.Sandbox;
import dev.muster.sandbox.world.ControlException;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code muster sandbox}: the local SeaX that plans and applies run against until a real workspace is named. */
@Command(
        name = "sandbox",
        description = "The local SeaX: no account, nobody is messaged.",
        subcommands = {
            SandboxCommand.Start.class,
            SandboxCommand.Reset.class,
            SandboxCommand.ShowLedger.class,
            SandboxCommand.Advance.class
        })
public final class SandboxCommand implements Runnable {
    @ParentCommand
    private RootCommand root;

    @Override
    public void run() {
        throw new UsageException("say what to do: muster sandbox start, reset, ledger or advance");
    }

    private Sandbox open(CommandContext session, int port) {
        var settings = session.settings(session.project());
        if (settings.host() instanceof WorkspaceSettings.Sandbox sandbox) {
            return EmbeddedSandbox.start(sandbox, settings.api(), session.campaigns(), port);
        }
        throw new UsageException("workspace " + settings.name() + " is not a sandbox; choose one with --workspace");
    }

    /** {@code muster sandbox start}: serves it to any HTTP client until interrupted. */
    @Command(name = "start", description = "Serve the sandbox over HTTP until interrupted.")
    static final class Start implements Callable<Integer> {
        @ParentCommand
        private SandboxCommand sandbox;

        private static final int LAST_PORT = 65_535;

        @Option(names = "--port", paramLabel = "N", defaultValue = "0", description = "The port (default: a free one).")
        private int port;

        @Override
        public Integer call() throws InterruptedException {
            if (port > LAST_PORT) {
                throw new UsageException("--port " + port + " is no port: they end at " + LAST_PORT);
            }
            var session = sandbox.root.session();
            try (var server = sandbox.open(session, port)) {
                session.console()
                        .product("base URL   " + server.baseUrl() + "\nworkspace  " + server.workspaceId()
                                + "\nAPI key    " + server.apiKey() + "\n");
                session.console().requireWritten();
                session.surroundings().interruption().serve();
                session.console().comment("Serving until interrupted (Ctrl-C).");
                Thread.currentThread().join();
            }
            return ExitCode.OK.number();
        }
    }

    /**
     * {@code muster sandbox reset}: the default world again, and with it goes what this folder remembers of its sends. The lock
     * is not touched.
     */
    @Command(name = "reset", description = "Forget everything that happened in the sandbox.")
    static final class Reset implements Callable<Integer> {
        @ParentCommand
        private SandboxCommand sandbox;

        @Override
        public Integer call() {
            var session = sandbox.root.session();
            try (var server = sandbox.open(session, 0)) {
                server.reset();
                forget(session);
                session.console()
                        .product(
                                "The sandbox is as on its first day. A lock that is kept still knows what was sent there.\n");
            }
            return ExitCode.OK.number();
        }

        private static void forget(CommandContext session) {
            var workspace = session.settings(session.project()).name();
            try {
                ApprovedAudienceStore.forget(session.campaigns(), workspace);
                Files.deleteIfExists(session.campaigns().resolve(workspace + ".lock.seen"));
            } catch (IOException e) {
                throw new EnvironmentException("what this folder remembers cannot be deleted: " + e, e);
            }
        }
    }

    /** {@code muster sandbox ledger}: how often people were messaged, by the server's own count. */
    @Command(name = "ledger", description = "Show how often people were messaged, by the sandbox's own count.")
    static final class ShowLedger implements Callable<Integer> {
        @ParentCommand
        private SandboxCommand sandbox;

        @Override
        public Integer call() {
            var session = sandbox.root.session();
            try (var server = sandbox.open(session, 0)) {
                session.console()
                        .product(
                                session.json()
                                        ? LedgerView.json(server.ledgerTotals())
                                        : LedgerView.text(server.ledgerTotals()));
            }
            return ExitCode.OK.number();
        }
    }

    /** {@code muster sandbox advance 1d}: lets time pass; scheduled campaigns start and deliveries go on. */
    @Command(name = "advance", description = "Let time pass in the sandbox.")
    static final class Advance implements Callable<Integer> {
        @ParentCommand
        private SandboxCommand sandbox;

        @Parameters(paramLabel = "DURATION", description = "How much, such as 2h or 1d.")
        private Duration duration;

        @Override
        public Integer call() {
            var session = sandbox.root.session();
            try (var server = sandbox.open(session, 0)) {
                advance(server);
                session.console().product("It is now " + server.now() + " in the sandbox.\n");
            }
            return ExitCode.OK.number();
        }

        private void advance(Sandbox server) {
            try {
                server.advance(duration);
            } catch (ControlException impossible) {
                throw new UsageException(String.valueOf(impossible.getMessage()));
            }
        }
    }
}
