package dev.muster.story;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One story: the definitions of its folder (with a shared project file, unless it brings its own) and {@code script.txt}.
 * Lines that start with {@code $ muster} are commands; lines that start with {@code !} change the world; everything else is
 * comment and is told as it stands.
 */
final class Story {
    private final Path folder;
    private final Path shared;

    Story(Path folder, Path shared) {
        this.folder = folder;
        this.shared = shared;
    }

    /** Plays the story in a new folder and tells all of it. */
    String tell() throws IOException {
        var place = Files.createTempDirectory("muster-story");
        try {
            copyDefinitions(place.resolve("campaigns"));
            try (var stage = new StoryStage(place)) {
                return told(stage, Files.readAllLines(folder.resolve("script.txt")));
            }
        } finally {
            delete(place);
        }
    }

    private static String told(StoryStage stage, List<String> script) throws IOException {
        var text = new StringBuilder();
        for (var line : script) {
            text.append(line).append('\n');
            if (line.startsWith("$ muster")) {
                text.append(stage.run(line.substring("$ muster".length()).strip()));
            } else if (line.startsWith("! ")) {
                text.append(stage.change(line.substring(2)));
            }
        }
        // an approved file has line breaks of one kind, whatever was printed
        return text.append(stage.ending()).toString().replace("\r\n", "\n");
    }

    private void copyDefinitions(Path campaigns) throws IOException {
        Files.createDirectories(campaigns);
        copy(shared, campaigns);
        var own = folder.resolve("campaigns");
        if (Files.isDirectory(own)) {
            copy(own, campaigns);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.writeString(target, Files.readString(file));
            }
        }
    }

    private static void delete(Path place) throws IOException {
        try (var files = Files.walk(place)) {
            for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
