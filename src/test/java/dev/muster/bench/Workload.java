package dev.muster.bench;

import dev.muster.Muster;
import dev.muster.definition.Definitions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes something to measure: {@code FOLDER campaigns=N [contacts=N] [sent=N]} writes a folder of N campaigns against a
 * sandbox of so many contacts and, with {@code sent}, a lock of so many entries in which all of the campaigns are.
 */
final class Workload {
    private Workload() {}

    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments[0]);
        var sizes = sizes(arguments);
        new MadeUpFolder(folder, sizes.getOrDefault("campaigns", 1), sizes.getOrDefault("contacts", 3200)).write();
        if (sizes.containsKey("sent")) {
            MadeUpLock.write(folder, definitions(folder).campaigns(), sizes.get("sent"));
        }
    }

    private static Map<String, Integer> sizes(String[] arguments) {
        var sizes = new TreeMap<String, Integer>();
        for (int at = 1; at < arguments.length; at++) {
            var parts = arguments[at].split("=", 2);
            sizes.put(parts[0], Integer.valueOf(parts[1]));
        }
        return sizes;
    }

    private static Definitions definitions(Path folder) {
        var checked = Muster.validate(folder, folder);
        if (checked.stops()) {
            throw new IllegalStateException("a campaign that was made up has a mistake: "
                    + checked.diagnostics().get(0));
        }
        return checked.value().orElseThrow();
    }
}
