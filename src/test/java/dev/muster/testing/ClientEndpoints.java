package dev.muster.testing;

import dev.muster.model.MessageEndpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the client asks SeaX for, found in its source: a new endpoint is known here as soon as it is written. */
public final class ClientEndpoints {
    private static final Path CLIENT = Path.of("src/main/java/dev/muster/seax");
    private static final Pattern NAMED =
            Pattern.compile("(ResourcePath\\.of|ResourcePath\\.posting|new SinglePost)\\(((?:[^()]|\\(\\))*)\\)");
    private static final Pattern NAMED_BY_ITSELF = Pattern.compile("\\.url\\(\\s*\"");

    private ClientEndpoints() {}

    /** Method and path of each, such as {@code GET /campaigns/{id}}. */
    public static SortedSet<String> all() throws IOException {
        var found = new TreeSet<String>();
        for (var source : sources()) {
            NAMED.matcher(source).results().flatMap(ClientEndpoints::written).forEach(found::add);
        }
        return found;
    }

    /** How many addresses are written past the forms that {@link #all} finds. */
    public static long hidden() throws IOException {
        return sources().stream()
                .filter(source -> NAMED_BY_ITSELF.matcher(source).find())
                .count();
    }

    private static Stream<String> written(MatchResult place) {
        if (place.group(2).startsWith("path.path()")) {
            return Arrays.stream(MessageEndpoint.values()).map(path -> "POST /" + path.path());
        }
        // what is probed by name is read as a list elsewhere, under the same name
        return place.group(2).startsWith("\"") ? Stream.of(literally(place)) : Stream.of();
    }

    private static String literally(MatchResult place) {
        boolean isList = place.group(1).equals("ResourcePath.of");
        var parts = Stream.of(place.group(2).split(",", -1)).map(String::strip);
        var path = isList ? parts : parts.limit(1);
        return (isList ? "GET /" : "POST /")
                + path.map(part -> part.startsWith("\"") ? part.replace("\"", "") : "{id}")
                        .collect(Collectors.joining("/"));
    }

    private static java.util.List<String> sources() throws IOException {
        try (var files = Files.list(CLIENT)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .map(ClientEndpoints::text)
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Arrays.stream(Files.readString(file).split("\n", -1))
                    .map(String::strip)
                    .collect(Collectors.joining(" "));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
