package dev.muster.definition;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Files that somebody may take for definitions, although nobody reads them: a campaign that is not sent and a policy that
 * does not hold look just like those that do. By their name ({@code sale.YAML}, {@code sale.yaml.txt}, {@code sale.yml~}), or
 * where the name is hidden by what stands in them.
 */
final class UnreadFiles {
    private static final Pattern NAME = Pattern.compile("\\.ya?ml(?![a-z])", Pattern.CASE_INSENSITIVE);
    private static final Pattern CONTENT = Pattern.compile(Arrays.stream(Kind.values())
            .map(Kind::word)
            .collect(Collectors.joining("|", "(?m)^kind:[ \\t]*[\"']?(?:", ")\\b")));

    /** What a definition is must stand near its beginning; more is not read of a file that is none. */
    private static final int BEGINNING = 8 * 1024;

    /** A folder with more is not one of definitions. */
    private static final int MOST_LOOKS = 1_000;

    /** What programs keep for themselves: nothing in there was written by a person. */
    private static final Set<String> OF_PROGRAMS = Set.of(".git", ".hg", ".svn", ".muster", ".schemas");

    private int looks;

    static boolean isOfAProgram(Path folder) {
        return OF_PROGRAMS.contains(String.valueOf(folder.getFileName()));
    }

    /** Why this file, which is not read, deserves a warning; empty where it looks like nothing. */
    Optional<String> look(Path file) {
        var name = String.valueOf(file.getFileName());
        if (!NAME.matcher(name).find()) {
            return Optional.empty();
        }
        if (!SourceFile.isYaml(name)) {
            return Optional.of("this is not read: the name of a definition ends in .yaml or .yml");
        }
        return looks++ < MOST_LOOKS && isDefinition(file)
                ? Optional.of(
                        "this looks like a definition and is not read, because a part of its path begins with a dot")
                : Optional.empty();
    }

    /** A hidden YAML file is usually the configuration of a program. */
    private static boolean isDefinition(Path file) {
        var options = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
        try (var in = Channels.newInputStream(Files.newByteChannel(file, options))) {
            return CONTENT.matcher(new String(in.readNBytes(BEGINNING), StandardCharsets.UTF_8))
                    .find();
        } catch (IOException unreadable) {
            return false;
        }
    }
}
