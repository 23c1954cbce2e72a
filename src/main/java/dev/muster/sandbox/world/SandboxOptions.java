package dev.muster.sandbox.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How this server settles what the documents leave open: exactly one setting of each kind of {@link ServerVariant}. */
public record SandboxOptions(List<ServerVariant> settings) {
    public SandboxOptions {
        settings = List.copyOf(settings);
    }

    /** The server that a newcomer meets: the API document's bodies, the vendor's read endpoints, doubtful input refused. */
    public static SandboxOptions standard() {
        return new SandboxOptions(
                ServerVariant.kinds().stream().map(settings -> settings[0]).toList());
    }

    public boolean is(ServerVariant setting) {
        return settings.contains(setting);
    }

    /** The setting of one kind. */
    public <V extends ServerVariant> V of(Class<V> kind) {
        return settings.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElseThrow();
    }

    /** The same server, but for one switch. */
    public SandboxOptions with(ServerVariant setting) {
        var changed = new ArrayList<>(settings);
        changed.replaceAll(old -> old.getClass() == setting.getClass() ? setting : old);
        return new SandboxOptions(changed);
    }

    /** The same server, but for one switch by its written name, such as {@code any_with_all} and {@code UNION}. */
    public SandboxOptions with(String kind, String setting) {
        return ServerVariant.kinds().stream()
                .flatMap(Arrays::stream)
                .filter(one -> one.kind().equals(kind) && one.toString().equals(setting.toUpperCase(Locale.ROOT)))
                .findFirst()
                .map(this::with)
                .orElseThrow(() -> new ControlException("no switch " + kind + " = " + setting));
    }

    /** Kind and setting as they are written, sorted by kind. */
    public Map<String, String> written() {
        var written = new TreeMap<String, String>();
        settings.forEach(setting -> written.put(setting.kind(), setting.toString()));
        return written;
    }

    public boolean isOpenApi() {
        return is(ServerVariant.Dialect.OPENAPI);
    }

    public boolean servesVendorEndpoints() {
        return !is(ServerVariant.Dialect.TUTORIAL_STRICT);
    }
}
