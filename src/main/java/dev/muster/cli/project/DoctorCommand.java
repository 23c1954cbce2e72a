package dev.muster.cli.project;

import dev.muster.cli.command.CommandContext;
import dev.muster.cli.command.RootCommand;
import dev.muster.cli.command.Version;
import dev.muster.cli.env.ExitCode;
import dev.muster.cli.env.NetworkSetup;
import dev.muster.cli.env.WorkspaceClient;
import dev.muster.cli.record.LockDurabilityCheck;
import dev.muster.diagnostic.EnvironmentException;
import dev.muster.model.project.WorkspaceSettings;
import dev.muster.report.Listing;
import dev.muster.report.Numbers;
import dev.muster.resolve.Capabilities;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code muster doctor}: what is configured, reachable and permitted, and what the workspace's API can and cannot do. */
@Command(name = "doctor", description = "Check the set-up: folder, workspace, key, API, lock.")
public final class DoctorCommand implements Callable<Integer> {
    @ParentCommand
    private RootCommand root;

    @Override
    public Integer call() {
        var session = root.session();
        var checks = new ArrayList<List<String>>();
        var healthy = new Checkup(session, checks).run();
        var listing = new Listing("checks", List.of("check", "result", "detail"), checks);
        session.console().product(session.json() ? listing.json() : listing.text());
        return (healthy ? ExitCode.OK : ExitCode.ERROR).number();
    }

    /** One check after the other; the first that fails makes the following ones pointless. */
    private record Checkup(CommandContext session, List<List<String>> checks) {
        boolean run() {
            ok("muster", Version.number() + ", Java " + Runtime.version());
            var definitions = session.definitions();
            ok(
                    "definitions",
                    Numbers.of(definitions.campaigns().size(), "campaign") + " in " + session.campaignsAsTyped());
            var settings = session.settings(definitions.project());
            ok(
                    "workspace",
                    settings.name() + ", " + host(settings) + ", api "
                            + settings.api().name().toLowerCase(Locale.ROOT));
            trust(settings);
            try (var connection = session.connect(settings)) {
                network(settings);
                key(settings);
                return reachable(connection) && lock(settings, connection);
            } catch (EnvironmentException e) {
                return failed("connection", e);
            }
        }

        private static String host(WorkspaceSettings settings) {
            return settings.host() instanceof WorkspaceSettings.Remote remote
                    ? remote.baseUrl() + " workspace " + remote.workspaceId()
                    : "embedded sandbox";
        }

        /** Who may change the files may send the key elsewhere, unless another revision decides. */
        private void trust(WorkspaceSettings settings) {
            if (settings.host() instanceof WorkspaceSettings.Remote) {
                ok(
                        "trust",
                        session.isTrusted()
                                ? "the trusted revision names the same host, key and lock"
                                : "these files say where the key goes; for a pull request, name --trust-from");
            }
        }

        private void network(WorkspaceSettings settings) {
            if (settings.host() instanceof WorkspaceSettings.Remote remote) {
                ok(
                        "network",
                        NetworkSetup.of(remote.baseUrl(), remote.network(), session.surroundings())
                                .described());
            }
        }

        private void key(WorkspaceSettings settings) {
            if (settings.host() instanceof WorkspaceSettings.Remote remote) {
                ok(
                        "key",
                        remote.key() instanceof WorkspaceSettings.KeyFromEnvironment environment
                                ? "from the environment variable " + environment.variable()
                                : "from a file");
            }
        }

        private boolean reachable(WorkspaceClient connection) {
            try {
                var workspace = connection.workspace();
                ok("senders", workspace.phones().size() + " listed");
                capabilities(workspace.capabilities());
                return true;
            } catch (EnvironmentException e) {
                return failed("reachable", e);
            }
        }

        private void capabilities(Capabilities can) {
            can(can.labels(), "list labels", "names are taken from `labels` in the project file");
            can(can.contactLabels(), "show contact labels", "reach stays unknown");
            can(can.filters(), "count audiences", "reach cannot be cross-checked");
            can(can.campaigns(), "list campaigns", "an earlier send cannot be found by its marker");
            can(can.templates(), "list templates", "whether a text is an approved template shows when it is sent");
            receipts(can);
            can(can.jobs(), "read jobs", "progress comes from the campaign alone");
        }

        /** To try it would be to write. */
        private void receipts(Capabilities can) {
            checks.add(List.of(
                    "api: receipt labels",
                    can.labels() ? "possible" : "no",
                    can.labels()
                            ? "whether labels can be made shows at the first send with receipt_labels"
                            : "receipt_labels needs an API that lists labels and makes them"));
        }

        private void can(boolean able, String what, String otherwise) {
            checks.add(List.of("api: " + what, able ? "yes" : "no", able ? "" : otherwise));
        }

        private boolean lock(WorkspaceSettings settings, WorkspaceClient connection) {
            try {
                var lock = session.lockStore(settings, connection).look().orRefuse();
                ok(
                        "lock",
                        lock.map(l -> l.entries().size() + " entries, serial " + l.serial())
                                .orElse(
                                        new LockDurabilityCheck(session, settings)
                                                        .absence(lock)
                                                        .isEmpty()
                                                ? "none yet; the first apply or `muster init` makes it"
                                                : "none yet; `muster init` makes it"));
                return true;
            } catch (EnvironmentException e) {
                return failed("lock", e);
            }
        }

        private void ok(String check, String detail) {
            checks.add(List.of(check, "ok", detail));
        }

        private boolean failed(String check, EnvironmentException problem) {
            checks.add(List.of(check, "failed", String.valueOf(problem.getMessage())));
            return false;
        }
    }
}
