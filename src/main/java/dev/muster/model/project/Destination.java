package dev.muster.model.project;

import dev.muster.model.Dialect;
import dev.muster.model.project.WorkspaceSettings.KeyFromEnvironment;
import dev.muster.model.project.WorkspaceSettings.KeyFromFile;
import dev.muster.model.project.WorkspaceSettings.Remote;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What decides where the requests of a workspace go, as whom they are made, and which lock is read: its settings by their
 * names in YAML, as they hold. Whoever can change one of these can get the API key, or a plan that hides what was sent.
 */
public record Destination(Map<String, String> settings) {
    private static final String LOCK = "lock.store";

    public Destination {
        settings = Map.copyOf(settings);
    }

    /** A setting that two destinations do not share; empty is the side that does not have it. */
    public record Difference(String setting, Optional<String> trusted, Optional<String> proposed) {}

    public static Destination of(WorkspaceSettings workspace) {
        var settings = new LinkedHashMap<String, String>();
        settings.put("api", word(workspace.api()));
        workspace.singleMessage().ifPresent(path -> settings.put("single_message", path.word()));
        workspace.account().ifPresent(account -> {
            settings.put("message_service_id", account.messageServiceId());
            settings.put("service_account_id", account.serviceAccountId());
        });
        if (workspace.host() instanceof Remote remote) {
            put(settings, remote);
        } else {
            settings.put("sandbox", "the embedded one");
        }
        put(settings, workspace.lock());
        return new Destination(settings);
    }

    private static void put(Map<String, String> settings, Remote remote) {
        settings.put("base_url", remote.baseUrl());
        settings.put("workspace_id", remote.workspaceId());
        remote.network().proxy().ifPresent(proxy -> settings.put("proxy", proxy));
        remote.network().caFile().ifPresent(file -> settings.put("ca_file", file));
        if (remote.key() instanceof KeyFromFile file) {
            settings.put("api_key_file", file.path());
        } else if (remote.key() instanceof KeyFromEnvironment environment) {
            settings.put("api_key_env", environment.variable());
        }
    }

    private static void put(Map<String, String> settings, LockSettings lock) {
        if (lock instanceof LockSettings.File) {
            settings.put(LOCK, "file");
        } else if (lock instanceof LockSettings.Git git) {
            settings.put(LOCK, "git");
            settings.put("lock.branch", git.branch());
            settings.put("lock.remote", git.remote());
        } else if (lock instanceof LockSettings.Postgres postgres) {
            settings.put(LOCK, "postgres");
            settings.put("lock.url_env", postgres.urlEnv());
            postgres.schema().ifPresent(schema -> settings.put("lock.schema", schema));
        }
    }

    private static String word(Dialect dialect) {
        return dialect.name().toLowerCase(Locale.ROOT);
    }

    /** What a proposal would change, in the order of the names. */
    public List<Difference> differences(Destination proposed) {
        var names = new TreeSet<>(settings.keySet());
        names.addAll(proposed.settings.keySet());
        return names.stream()
                .map(name -> new Difference(name, value(name), proposed.value(name)))
                .filter(difference -> !difference.trusted().equals(difference.proposed()))
                .toList();
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(settings.get(name));
    }
}
