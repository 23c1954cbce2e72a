package dev.muster.cli.env;

import dev.muster.diagnostic.EnvironmentException;
import dev.muster.http.HttpProxy;
import dev.muster.http.Network;
import dev.muster.http.NoProxy;
import dev.muster.model.project.WorkspaceSettings.NetworkSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a host is reached from here: what the workspace's settings say, else what the environment says. {@code HTTPS_PROXY},
 * {@code NO_PROXY} and {@code ALL_PROXY} are read in small letters first, as curl does; {@code SSL_CERT_FILE} adds to Java's
 * own authorities.
 */
public record NetworkSetup(URI host, NetworkSettings written, Map<String, String> environment, Path folder) {
    private static final int HTTPS = 443;

    /** A setting, and where it stands. */
    private record Setting(String value, String source) {}

    public static NetworkSetup of(String baseUrl, NetworkSettings written, ProgramEnvironment surroundings) {
        return new NetworkSetup(URI.create(baseUrl), written, surroundings.environment(), surroundings.folder());
    }

    /** The way itself; what cannot be used is said before anything is asked. */
    public Network network() {
        var network = new Network(proxy().map(NetworkSetup::proxy), Optional.empty());
        return certificates()
                .map(file -> network.trusting(folder.resolve(file.value()), file.source()))
                .orElse(network);
    }

    /** For a person: by what the host is reached, and which certificates are believed. */
    public String described() {
        var parts = new ArrayList<>(
                List.of(proxy().map(proxy -> "by the proxy " + proxy(proxy) + " (" + proxy.source() + ")")
                        .orElse("directly")));
        certificates()
                .ifPresent(file ->
                        parts.add("certificates of " + file.value() + " (" + file.source() + ") beside Java's"));
        return String.join(", ", parts);
    }

    private Optional<Setting> proxy() {
        return written.proxy()
                .map(address -> new Setting(address, "`proxy` of the workspace"))
                .or(() -> fromEnvironment());
    }

    /** An http address is on this machine, which needs no proxy. */
    private Optional<Setting> fromEnvironment() {
        var exceptions =
                NoProxy.of(first("no_proxy", "NO_PROXY").map(Setting::value).orElse(""));
        return first("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY")
                .filter(proxy -> !exceptions.covers(host.getHost(), host.getPort() < 0 ? HTTPS : host.getPort()));
    }

    private Optional<Setting> certificates() {
        return written.caFile()
                .map(file -> new Setting(file, "`ca_file` of the workspace"))
                .or(() -> first("SSL_CERT_FILE"));
    }

    private Optional<Setting> first(String... variables) {
        for (var variable : variables) {
            var value = environment.getOrDefault(variable, "").strip();
            if (!value.isEmpty()) {
                return Optional.of(new Setting(value, variable));
            }
        }
        return Optional.empty();
    }

    private static HttpProxy proxy(Setting setting) {
        try {
            return HttpProxy.of(setting.value());
        } catch (IllegalArgumentException e) {
            throw new EnvironmentException(
                    "the proxy of " + setting.source() + " cannot be used: " + e.getMessage(), e);
        }
    }
}
