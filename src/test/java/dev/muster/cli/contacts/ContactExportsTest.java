package dev.muster.cli.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.muster.cli.InMemoryProgram;
import dev.muster.sandbox.http.RecordedRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Files in the shapes of spreadsheets, address books, shops and forms. What the check offers, the import does; what people
 * have afterwards is what the check said. A file that the check refuses changes nobody. What a user sees is approved.
 */
class ContactExportsTest {
    private static final Path FILES = Path.of("src/test/resources/contacts");
    private static final int CONTACTS = 20;
    private static final Pattern OFFER = Pattern.compile("To import it: {2}muster (.*)");
    private static final Pattern WORD = Pattern.compile("((?:'[^']*'|\\\\'|[^\\s'])+)");

    private static final String THERE_ALREADY = """
            name,phone,labels
            Ivy Known,+12025550190,vip
            Ivan Silent,+12025550191,DNC
            Nell Known,+12025550192,newsletter
            """;

    @TempDir
    private Path temporary;

    @TestFactory
    Stream<DynamicTest> files() throws IOException {
        try (var files = Files.list(FILES)) {
            return files
                    .filter(file -> file.toString().matches(".*(?<!\\.approved|\\.received)\\.(csv|txt)"))
                    .sorted()
                    .map(file -> dynamicTest(file.getFileName().toString(), () -> play(file)))
                    .toList()
                    .stream();
        }
    }

    private void play(Path file) throws IOException {
        var folder = Files.createDirectory(temporary.resolve(name(file)));
        try (var program = new InMemoryProgram(folder, CONTACTS)) {
            program.write("there.csv", THERE_ALREADY);
            program.run("contacts", "import", "there.csv", "--create-labels", "--confirm", "3");
            Files.copy(file, program.file(file.getFileName().toString()));
            requireApproved(file, told(file, program));
        }
    }

    private static String told(Path file, InMemoryProgram program) throws IOException {
        var check = command("check", file);
        var seen = program.run(check);
        var summary =
                JsonMapper.shared().readTree(program.run(with(check, "--json")).out());
        var offer = offer(seen);
        var before = ContactsSeen.in(program.sandbox());
        assertThat(offer.isPresent()).as("an offer: %s", seen.all()).isEqualTo(isOffered(seen));
        var imported = program.run(offer.orElseGet(() -> unasked(file, summary)));
        var after = ContactsSeen.in(program.sandbox());
        var changes = new ContactChanges(before, after, numbers(program));
        if (offer.isPresent()) {
            assertThat(imported.code()).as(imported.all()).isZero();
            changes.requireAsSaid(summary, List.of(check).contains("--duplicates=mark"));
        } else {
            changes.requireNone();
        }
        return shown(check, seen)
                + offer.map(command -> shown(command, imported) + changes.text())
                        .orElse("");
    }

    /** Everything is offered but what stops, and what would change nothing. */
    private static boolean isOffered(InMemoryProgram.Run check) {
        return check.code() == 0 && !check.err().contains("Nothing to import");
    }

    private static String[] unasked(Path file, JsonNode summary) {
        return with(
                command("import", file), "--confirm=" + summary.path("usable").asInt());
    }

    private static String[] command(String what, Path file) {
        var command =
                new ArrayList<>(List.of("contacts", what, file.getFileName().toString()));
        var options = file.resolveSibling(name(file) + ".options");
        try {
            command.addAll(Files.exists(options) ? Files.readAllLines(options) : List.of());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return command.toArray(String[]::new);
    }

    private static String[] with(String[] command, String option) {
        return Stream.concat(Stream.of(command), Stream.of(option)).toArray(String[]::new);
    }

    /** The command as a shell would read it. */
    private static Optional<String[]> offer(InMemoryProgram.Run check) {
        return OFFER.matcher(check.err())
                .results()
                .findFirst()
                .map(offer -> WORD.matcher(offer.group(1))
                        .results()
                        .map(word -> word.group()
                                .replace("\\'", "\0")
                                .replace("'", "")
                                .replace('\0', '\''))
                        .toArray(String[]::new));
    }

    /** The numbers that the last upload held. */
    private static List<String> numbers(InMemoryProgram program) {
        var uploads = program.sandbox().requests().stream()
                .map(RecordedRequest::toString)
                .filter(request -> request.contains("import_contacts"))
                .toList();
        return Pattern.compile("\\+[0-9]{7,15}")
                .matcher(uploads.get(uploads.size() - 1))
                .results()
                .map(number -> number.group())
                .toList();
    }

    private static String shown(String[] command, InMemoryProgram.Run run) {
        return "$ muster " + typed(command) + "\n" + run.out()
                + (run.err().isEmpty() ? "" : "--- stderr\n" + run.err())
                + "--- exit code " + run.code() + "\n\n";
    }

    private static String typed(String[] command) {
        return Stream.of(command)
                .map(word -> word.matches("[\\w=./-]+") ? word : "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
    }

    private static void requireApproved(Path file, String told) throws IOException {
        var approved = file.resolveSibling(name(file) + ".approved.txt");
        var received = file.resolveSibling(name(file) + ".received.txt");
        var expected = Files.exists(approved) ? Files.readString(approved) : "";
        if (!told.equals(expected)) {
            Files.writeString(received, told);
        }
        assertThat(told)
                .as("if it is what a customer should see, move %s over approved.txt", received)
                .isEqualTo(expected);
        Files.deleteIfExists(received);
    }

    private static String name(Path file) {
        return file.getFileName().toString().replaceFirst("\\.[a-z]+$", "");
    }
}
