package dev.muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.read.ListAppender;
import dev.muster.model.Contact;
import dev.muster.model.Dialect;
import dev.muster.model.LockSettings;
import dev.muster.model.WorkspaceSettings;
import dev.muster.sandbox.Fault;
import dev.muster.sandbox.Operation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What must never leave: the API key, anywhere; who people are, in what goes to reviews, repositories and logs. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CanaryTest {
    @TempDir
    Path folder;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Level usual = root.getLevel();
    private final List<Appender<ILoggingEvent>> printing = new ArrayList<>();
    private final StringBuilder left = new StringBuilder();
    private Program program;

    @BeforeEach
    void start() {
        program = new Program(folder);
        log.start();
        root.iteratorForAppenders().forEachRemaining(printing::add);
        printing.forEach(root::detachAppender);
        root.addAppender(log);
        root.setLevel(Level.TRACE);
    }

    @AfterEach
    void stop() {
        root.setLevel(usual);
        root.detachAppender(log);
        printing.forEach(root::addAppender);
        program.close();
    }

    @Test
    void the_api_key_is_nowhere_whatever_goes_wrong() {
        int number = 0;
        for (var fault : faultsOfASend()) {
            program.campaign("test-" + ++number);
            program.sandbox().fault(Operation.CREATE_CAMPAIGN, fault);
            run("apply", "--confirm", "6", "--debug");
            left.append(program.files());
        }
        for (var operation : List.of(Operation.LABELS, Operation.CONTACTS)) {
            for (var fault : faultsOfARead()) {
                program.sandbox().fault(operation, fault, 20);
                run("plan", "--debug");
                program.sandbox().clearFaults();
            }
        }
        program.sandbox().fault(Operation.PHONES, echo(403), 20);
        run("doctor", "--debug");
        program.sandbox().clearFaults();
        program.sandbox().fault(Operation.CAMPAIGN, echo(500), 20);
        run("status", "--debug");
        run("resolve", "test-1", "--debug");

        var key = program.sandbox().apiKey();
        assertThat(left).contains("may have been sent", "[API key]").doesNotContain(key, base64(key));
        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .noneMatch(message -> message.contains(key) || message.contains(base64(key)));
    }

    private List<Fault> faultsOfASend() {
        return List.of(
                Fault.drop(),
                Fault.commitThenDrop(),
                Fault.status(401),
                Fault.status(422),
                Fault.commitThenStatus(500),
                Fault.rateLimited(),
                Fault.commitThenTruncate(),
                Fault.commitThenGarbage(),
                Fault.html(502),
                Fault.redirect(
                        "https://elsewhere.example/?key=" + program.sandbox().apiKey()),
                echo(422),
                echo(500),
                echo(200));
    }

    private List<Fault> faultsOfARead() {
        return List.of(Fault.drop(), Fault.status(401), Fault.html(502), echo(403), echo(200));
    }

    /** A page that repeats the request's headers, as debugging proxies do. */
    private Fault echo(int status) {
        var key = program.sandbox().apiKey();
        var body = "{\"error\":\"bad key %s\",\"message\":\"X-API-Key: %s\",\"status_code\":%d,\"detail\":\"%s\"}"
                .formatted(key, key, status, base64(key));
        var headers = Map.of("Content-Type", "application/json", "X-Request-Id", key, "Server", key);
        return new Fault(0, false, Duration.ZERO, Optional.empty(), new Fault.Spoiling.Replaced(status, headers, body));
    }

    private static String base64(String key) {
        return Base64.getEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void nobodys_name_number_or_id_is_in_what_goes_to_reviews_repositories_and_logs() {
        run("init", "elsewhere");
        run("plan", "--debug");
        run("plan", "--json");
        run("audience", "system-test");
        run("audience", "system-test", "--json");
        program.sandbox().fault(Operation.CREATE_CAMPAIGN, Fault.commitThenDrop());
        run("apply", "--confirm", "6", "--json", "--debug");
        program.campaign("second-test");
        run("plan", "-o", "campaigns/plan.json");
        run("apply", "--confirm", "6");
        Stream.of("status", "labels", "phones", "doctor", "plan").forEach(command -> run(command, "--debug"));
        run("lock", "show");
        run("lock", "list", "--json");
        run("resolve", "system-test");
        run("contacts", "list", "--limit", "5000");
        left.append(program.files());
        log.list.stream()
                // only reads definitions, and says so at length
                .filter(event -> !event.getLoggerName().startsWith("org.hibernate"))
                .forEach(event -> left.append(event.getFormattedMessage()).append('\n'));

        var text = left.toString();
        assertThat(text).contains("6 people", "created as campaign_");
        var people = people();
        assertThat(people).hasSizeGreaterThan(3000);
        assertThat(people).map(Contact::name).noneMatch(new Words(text)::contain);
        assertThat(people).flatMap(CanaryTest::numbers).noneMatch(new Digits(text)::contain);
    }

    @Test
    void only_the_list_of_contacts_shows_their_ids() {
        run("plan", "--json");
        run("plan", "-o", "campaigns/plan.json");
        run("apply", "--confirm", "6");
        run("status");
        run("audience", "system-test");
        left.append(program.files());

        assertThat(found(people().stream().map(contact -> contact.id().value()), left.toString()))
                .isEmpty();
    }

    private static List<String> numbers(Contact contact) {
        return Stream.of(contact.phone(), contact.whatsapp())
                .flatMap(Optional::stream)
                .map(number -> number.replaceAll("[^0-9]", ""))
                .toList();
    }

    /** One, two and three words in a row of a long text, to be found at once. */
    private record Words(Set<String> rows) {
        Words(String text) {
            this(new HashSet<>());
            var words = split(text);
            for (int at = 0; at < words.size(); at++) {
                for (int end = at + 1; end <= Math.min(at + 3, words.size()); end++) {
                    rows.add(String.join(" ", words.subList(at, end)));
                }
            }
        }

        boolean contain(String name) {
            return rows.contains(String.join(" ", split(name)));
        }

        private static List<String> split(String text) {
            return Stream.of(text.split("[^\\p{L}\\p{M}]+", -1))
                    .filter(word -> !word.isEmpty())
                    .toList();
        }
    }

    /** The numbers of eight to fifteen digits of a long text, also inside longer ones, to be found at once. */
    private record Digits(Set<String> runs) {
        Digits(String text) {
            this(new HashSet<>());
            Pattern.compile("[0-9]{8,}")
                    .matcher(text)
                    .results()
                    .map(MatchResult::group)
                    .forEach(this::add);
        }

        private void add(String run) {
            for (int length = 8; length <= 15; length++) {
                for (int at = 0; at + length <= run.length(); at++) {
                    runs.add(run.substring(at, at + length));
                }
            }
        }

        boolean contain(String number) {
            return runs.contains(number);
        }
    }

    private static List<String> found(Stream<String> secrets, String text) {
        return secrets.distinct().filter(text::contains).limit(5).toList();
    }

    private List<Contact> people() {
        var settings = new WorkspaceSettings(
                "sandbox",
                new WorkspaceSettings.Sandbox(Instant.EPOCH),
                Dialect.TUTORIAL,
                LockSettings.FILE,
                WorkspaceSettings.DEFAULT_HORIZON,
                Map.of(),
                Optional.empty(),
                Optional.empty());
        var surroundings =
                program.surroundings(new java.io.ByteArrayOutputStream(), new java.io.ByteArrayOutputStream());
        try (var connection = new StoryConnector(program.sandbox()).connect(settings, folder, surroundings)) {
            var senders = connection.workspace().phones().stream()
                    .map(phone -> phone.number())
                    .toList();
            var people = new ArrayList<>(connection.workspace().contacts());
            people.removeIf(
                    contact -> contact.whatsapp().filter(senders::contains).isPresent());
            return people;
        }
    }

    private void run(String... arguments) {
        var run = program.run(arguments);
        left.append(run.all());
        assertThat(run.code()).as(run.all()).isNotEqualTo(ExitCode.BUG.number());
    }
}
