package dev.muster.ci.player;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** The files through which a script and the runner talk: docs.github.com, "Workflow commands", environment files. */
record StepFiles(Path folder) {
    static StepFiles in(Path temporary, int number) {
        var files = new StepFiles(HubFiles.folder(temporary.resolve("_runner_file_commands/" + number)));
        files.variables().values().forEach(file -> HubFiles.write(Path.of(file), ""));
        return files;
    }

    Map<String, String> variables() {
        return Map.of(
                "GITHUB_OUTPUT", path("output"),
                "GITHUB_ENV", path("env"),
                "GITHUB_PATH", path("path"),
                "GITHUB_STATE", path("state"),
                "GITHUB_STEP_SUMMARY", path("summary"));
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    Path script() {
        return folder.resolve("script.sh");
    }

    Path log() {
        return folder.resolve("log");
    }

    String said() {
        return HubFiles.read(log());
    }

    String summary() {
        return HubFiles.read(folder.resolve("summary"));
    }

    Map<String, String> outputs() {
        return pairs(HubFiles.read(folder.resolve("output")));
    }

    Map<String, String> exported() {
        return pairs(HubFiles.read(folder.resolve("env")));
    }

    /** {@code name=value}, or {@code name<<END} with lines up to one that is {@code END}. */
    private static Map<String, String> pairs(String text) {
        var pairs = new LinkedHashMap<String, String>();
        for (var lines = text.lines().iterator(); lines.hasNext(); ) {
            var line = lines.next();
            int equals = line.indexOf('=');
            int block = line.indexOf("<<");
            if (block >= 0 && (equals < 0 || block < equals)) {
                pairs.put(line.substring(0, block), block(lines, line.substring(block + 2)));
            } else if (equals >= 0) {
                pairs.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        return pairs;
    }

    private static String block(Iterator<String> lines, String end) {
        var block = new StringBuilder();
        while (lines.hasNext()) {
            var line = lines.next();
            if (line.equals(end)) {
                break;
            }
            block.append(block.isEmpty() ? "" : "\n").append(line);
        }
        return block.toString();
    }
}
