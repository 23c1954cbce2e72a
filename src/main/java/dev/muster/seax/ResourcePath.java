package dev.muster.seax;

import dev.muster.diagnostic.EnvironmentException;
import java.util.List;

/** What is asked for below a workspace, such as {@code contacts} or {@code campaigns} and an id. */
record ResourcePath(String method, List<String> path) {
    static ResourcePath of(String... parts) {
        return new ResourcePath("GET", List.of(parts));
    }

    static ResourcePath posting(String... parts) {
        return new ResourcePath("POST", List.of(parts));
    }

    String[] parts() {
        return path.toArray(String[]::new);
    }

    /** What is listed there, such as {@code contacts}. */
    String name() {
        return path.get(path.size() - 1).replace("contact_labels", "labels");
    }

    /** The answer cannot be trusted; {@code why} names a field, never a value: values may be about people. */
    EnvironmentException unusable(String why) {
        return new EnvironmentException("SeaX's answer to " + this + " cannot be used: " + why + ".");
    }

    @Override
    public String toString() {
        return method + " /" + String.join("/", path);
    }
}
