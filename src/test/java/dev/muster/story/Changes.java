package dev.muster.story;

import dev.muster.model.project.SandboxMovement;
import dev.muster.sandbox.api.Operation;
import dev.muster.sandbox.http.Fault;
import dev.muster.sandbox.http.Sandbox;
import dev.muster.sandbox.world.Move;
import dev.muster.sandbox.world.ResponseAnomaly;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** What a story may do to its world between two commands. */
final class Changes {
    private final Path folder;
    private final Sandbox sandbox;
    private final Player player;

    Changes(Path folder, Sandbox sandbox, Player player) {
        this.folder = folder;
        this.sandbox = sandbox;
        this.player = player;
    }

    /** Makes one change; what it says is told. */
    String make(String line) throws IOException {
        var words = line.split(" ", 2);
        var rest = words.length > 1 ? words[1] : "";
        switch (words[0]) {
            case "advance" -> sandbox.advance(Duration.parse(rest));
            case "fault" -> fault(rest.split(" ", 2));
            case "server" -> server(rest.split(" ", -1));
            case "movement" -> movement(List.of(rest.split(" ", -1)));
            case "contacts-move" -> move(new ArrayList<>(List.of(StoryStage.words(rest))));
            case "rename-label" -> sandbox.renameLabel(rest.split(" ", -1)[0], rest.split(" ", -1)[1]);
            case "delete-label" -> sandbox.deleteLabel(rest);
            case "create-label" -> sandbox.createLabel(rest);
            case "unlabel" -> unlabel(rest);
            case "detach" -> detach(rest.split(" ", -1));
            case "label" -> label(rest.split(" ", -1));
            case "template" -> new TemplateChanges(sandbox).template(rest);
            case "pacing" -> new TemplateChanges(sandbox).pacing(rest.split(" ", -1));
            case "fail" -> new TemplateChanges(sandbox).fail(rest.split(" ", -1));
            case "numbers-ledger" -> {
                return new TemplateChanges(sandbox).ledger();
            }
            case "type" -> player.type(rest);
            case "set" -> player.set(rest.split("=", 2)[0], rest.split("=", 2)[1]);
            case "replace" -> replace(rest.split(" ", 2));
            case "truncate" -> truncate(rest.split(" ", -1));
            case "copy" ->
                Files.writeString(file(rest.split(" ", -1)[1]), Files.readString(file(rest.split(" ", -1)[0])));
            case "move" -> Files.move(file(rest.split(" ", -1)[0]), file(rest.split(" ", -1)[1]));
            case "clear-faults" -> sandbox.clearFaults();
            case "remove" -> Files.delete(file(rest));
            case "git" -> {
                return git(rest);
            }
            case "show" -> {
                return Files.readString(file(rest)) + "\n";
            }
            case "journal" -> {
                return Files.exists(file("campaigns/sandbox.lock.journal")) ? "there is a journal\n" : "no journal\n";
            }
            default -> throw new IllegalArgumentException("the script asks for an unknown change: " + line);
        }
        return "";
    }

    /** {@code fault drop}, {@code fault status 503}, each for the next campaign that is created, or {@code fault LABELS …}. */
    private void fault(String[] words) {
        boolean named = words[0].equals(words[0].toUpperCase(java.util.Locale.ROOT));
        var operation = named ? Operation.valueOf(words[0]) : Operation.CREATE_CAMPAIGN;
        var fault = (named ? words[1] : String.join(" ", words)).split(" ", -1);
        sandbox.fault(
                operation,
                fault(fault[0], fault.length > 1 ? fault[1] : ""),
                fault.length > 2 ? Integer.parseInt(fault[2]) : 1);
    }

    private static Fault fault(String name, String value) {
        return switch (name) {
            case "drop" -> Fault.drop();
            case "commit-then-drop" -> Fault.commitThenDrop();
            case "drop-then-commit-late" -> Fault.dropThenCommitLate();
            case "status" -> Fault.status(Integer.parseInt(value));
            case "template-refused" -> Fault.templateRefused();
            case "commit-then-status" -> Fault.commitThenStatus(Integer.parseInt(value));
            case "rate-limited" -> Fault.rateLimited();
            case "rate-limited-without-hint" -> Fault.rateLimited(Optional.empty(), Optional.empty());
            case "commit-then-truncate" -> Fault.commitThenTruncate();
            case "commit-then-garbage" -> Fault.commitThenGarbage();
            case "commit-then-another-id" -> Fault.commitThenAnotherId();
            case "replayed-by-gateway" -> Fault.replayedByGateway();
            case "body" -> Fault.commitThenBody(value);
            case "html" -> Fault.html(Integer.parseInt(value));
            case "redirect" -> Fault.redirect(value);
            case "replayed-by-gateway-then-drop" -> Fault.replayedThenDrop();
            case "newest-missing" -> Fault.quirk(ResponseAnomaly.NEWEST_MISSING);
            case "another-total" -> Fault.quirk(ResponseAnomaly.ANOTHER_TOTAL);
            case "another-name" -> Fault.quirk(ResponseAnomaly.ANOTHER_NAME);
            case "destination-refused" -> Fault.quirk(ResponseAnomaly.DESTINATION_REFUSED);
            case "others-sent" -> Fault.quirk(ResponseAnomaly.OTHERS_SENT);
            default -> throw new IllegalArgumentException("the script asks for an unknown fault: " + name);
        };
    }

    /**
     * {@code movement add PT0.1S remove PT0.5S relabel PT0.1S request PT0.2S}: from now on contacts move, and each request
     * takes so long.
     */
    private void movement(List<String> words) {
        var time = new AtomicLong();
        long request = duration(words, "request").orElse(Duration.ofSeconds(1)).toNanos();
        sandbox.movement(
                new SandboxMovement(duration(words, "add"), duration(words, "remove"), duration(words, "relabel")),
                () -> time.addAndGet(request));
    }

    private static Optional<Duration> duration(List<String> words, String name) {
        return value(words, name).map(Duration::parse);
    }

    /**
     * {@code contacts-move remove 10,11 add 1 label DNC 1000 unlabel vip -1}: removes, adds and relabels contacts by their place, from 0
     * for the oldest, at once. {@code contacts-move CONTACTS remove 10}: after the next page of contacts. {@code contacts-move CONTACTS after 2
     * …}: two pages later.
     */
    private void move(List<String> words) {
        boolean isLater = !words.isEmpty() && words.get(0).equals(words.get(0).toUpperCase(java.util.Locale.ROOT));
        var operation = isLater ? Operation.valueOf(words.remove(0)) : Operation.CONTACTS;
        int after = value(words, "after").map(Integer::parseInt).orElse(0);
        var move = new Move(
                value(words, "remove").map(Changes::places).orElse(List.of()),
                value(words, "add").map(Integer::parseInt).orElse(0),
                labelling(words, "label"),
                labelling(words, "unlabel"));
        if (isLater) {
            sandbox.fault(operation, Fault.contactsMove(move), after, 1);
        } else {
            sandbox.move(move);
        }
    }

    private static Optional<String> value(List<String> words, String name) {
        return Optional.of(words.indexOf(name)).filter(at -> at >= 0).map(at -> words.get(at + 1));
    }

    private static List<Move.Labelling> labelling(List<String> words, String name) {
        return value(words, name)
                .map(label -> List.of(new Move.Labelling(label, places(words.get(words.indexOf(name) + 2)))))
                .orElse(List.of());
    }

    private static List<Integer> places(String written) {
        return Stream.of(written.split(",", -1)).map(Integer::valueOf).toList();
    }

    /** {@code server dialect tutorial_strict}: another kind of SeaX. */
    private void server(String[] words) {
        sandbox.options(sandbox.options().with(words[0], words[1]));
    }

    /** {@code label DNC vip 3}: gives the label to the first three contacts of another label. */
    private void label(String[] words) {
        sandbox.contactIds(words[1]).stream()
                .limit(Long.parseLong(words[2]))
                .forEach(contact -> sandbox.attachLabel(contact, words[0]));
    }

    /** {@code detach whatsapp_opt_in vip 3}: takes the label from the first three contacts of another label. */
    private void detach(String[] words) {
        sandbox.contactIds(words[1]).stream()
                .limit(Long.parseLong(words[2]))
                .forEach(contact -> sandbox.detachLabel(contact, words[0]));
    }

    /** {@code unlabel DNC}: takes the label from everybody. */
    private void unlabel(String label) {
        sandbox.contactIds(label).forEach(contact -> sandbox.detachLabel(contact, label));
    }

    /** {@code replace FILE OLD => NEW}. */
    private void replace(String[] words) throws IOException {
        var parts = words[1].replace("\\n", "\n").split(" => ", 2);
        var text = Files.readString(file(words[0]));
        if (!text.contains(parts[0])) {
            throw new IllegalArgumentException(words[0] + " does not contain " + parts[0]);
        }
        Files.writeString(file(words[0]), text.replace(parts[0], parts[1]));
    }

    /** {@code truncate FILE BYTES}: cuts so many bytes off the end. */
    private void truncate(String[] words) throws IOException {
        var bytes = Files.readAllBytes(file(words[0]));
        Files.write(file(words[0]), java.util.Arrays.copyOf(bytes, bytes.length - Integer.parseInt(words[1])));
    }

    /** {@code git commit -q -m "why"}: the same commit on every machine, because author, time and settings are ours. */
    private String git(String arguments) throws IOException {
        var command = new ArrayList<>(List.of("git", "-c", "init.defaultBranch=main"));
        command.addAll(List.of(StoryStage.words(arguments)));
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
        builder.environment()
                .putAll(Map.of(
                        "GIT_CONFIG_GLOBAL", "/dev/null",
                        "GIT_CONFIG_NOSYSTEM", "1",
                        "GIT_AUTHOR_NAME", "Ada",
                        "GIT_AUTHOR_EMAIL", "ada@example.com",
                        "GIT_AUTHOR_DATE", "2026-11-30T09:00:00Z",
                        "GIT_COMMITTER_NAME", "Ada",
                        "GIT_COMMITTER_EMAIL", "ada@example.com",
                        "GIT_COMMITTER_DATE", "2026-11-30T09:00:00Z"));
        var git = builder.start();
        return new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private Path file(String name) {
        return folder.resolve(name);
    }
}
