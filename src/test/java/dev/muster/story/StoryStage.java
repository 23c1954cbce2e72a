package dev.muster.story;

import dev.muster.sandbox.http.RecordedRequest;
import dev.muster.sandbox.http.Sandbox;
import dev.muster.sandbox.world.SandboxOptions;
import dev.muster.sandbox.world.ServerVariant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Where a story plays: a folder, a sandbox with its own time, and a person who may type. */
final class StoryStage implements AutoCloseable {
    private static final Instant MORNING = Instant.parse("2026-11-30T09:00:00Z");

    private final Path folder;
    private final Sandbox sandbox;
    private final Player player;
    private final Changes changes;

    StoryStage(Path folder) throws IOException {
        this.folder = folder;
        this.sandbox = Sandbox.start(folder.resolve("campaigns/.muster/sandbox"), MORNING, options(folder));
        this.player = new Player(folder, sandbox);
        this.changes = new Changes(folder, sandbox, player);
    }

    /** The sandbox speaks the dialect that the project asks for when the story begins, if there is one by then. */
    private static SandboxOptions options(Path folder) throws IOException {
        var standard = SandboxOptions.standard();
        var project = folder.resolve("campaigns/muster.yaml");
        return Files.exists(project) && Files.readString(project).contains("api: openapi")
                ? standard.with(ServerVariant.Dialect.OPENAPI)
                : standard;
    }

    String run(String arguments) {
        return player.run(words(arguments));
    }

    String change(String line) throws IOException {
        return changes.make(line);
    }

    /** What is left when the story ends: the lock, what SeaX was asked to do, and who was messaged. */
    String ending() throws IOException {
        return "\n--- lock\n" + lock() + "--- posted\n" + posted() + "--- ledger\n" + ledger();
    }

    private String lock() throws IOException {
        var file = folder.resolve("campaigns/sandbox.lock.json");
        var journal = folder.resolve("campaigns/sandbox.lock.journal");
        return (Files.exists(file) ? states(Files.readString(file)) : "none\n")
                + (Files.exists(journal) ? "and a journal\n" : "");
    }

    /** Serial, and each entry with its state; a story that is about the file itself shows all of it. */
    private static String states(String file) {
        return file.replaceAll("(?s)\n  \"observed\": \\{.*?\n  \\},", "")
                .lines()
                .map(String::strip)
                .filter(line -> line.matches(
                        "\"([a-z0-9-]+/[0-9]+(#[A-Za-z0-9_.]+)?|send/[0-9A-Za-z/-]+)\": \\{|\"(state|serial)\": .*"))
                .map(line -> line.replaceAll("[\",{]|: \\{", ""))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private String posted() {
        var posts = sandbox.requests().stream()
                .filter(request -> request.method().equals("POST"))
                .map(RecordedRequest::toString)
                .map(StoryStage::shortened)
                .collect(Collectors.joining("\n"));
        return posts.isEmpty() ? "nothing\n" : withoutBoundaries(posts) + "\n";
    }

    /** A request that lists numbers shows its first two people; the ledger counts all of them. */
    private static String shortened(String post) {
        var people = post.split(",(?=\\{\"destination\":)", -1);
        return people.length <= 3
                ? post
                : people[0] + "," + people[1] + ", … " + (people.length - 3) + " more …," + people[people.length - 1];
    }

    /** What separates the parts of an upload is different each time. */
    private static String withoutBoundaries(String posts) {
        return posts.replaceAll("(?m)^--[0-9a-f-]{36}", "--BOUNDARY");
    }

    private String ledger() {
        var ledger = sandbox.ledger();
        return ledger.messages() + " messages to " + ledger.peopleMessaged() + " people, most per person and campaign "
                + ledger.mostPerPersonAndName() + "\n";
    }

    /** Words separated by blanks; double quotes hold words together. */
    static String[] words(String line) {
        return Arrays.stream(line.split(" (?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)"))
                .map(word -> word.replace("\"", ""))
                .filter(word -> !word.isEmpty())
                .toArray(String[]::new);
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
