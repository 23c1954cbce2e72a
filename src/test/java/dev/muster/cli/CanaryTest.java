package dev.muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.read.ListAppender;
import dev.muster.cli.env.ExitCode;
import dev.muster.model.Contact;
import dev.muster.model.Dialect;
import dev.muster.model.project.LockSettings;
import dev.muster.model.project.WorkspaceSettings;
import dev.muster.sandbox.api.Operation;
import dev.muster.sandbox.http.Fault;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
    private InMemoryProgram program;

    @BeforeEach
    void start() {
        program = new InMemoryProgram(folder);
        log.list = Collections.synchronizedList(new ArrayList<>());
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

        assertNoKey("may have been sent", "[API key]");
    }

    /** Every answer, to whatever was asked, repeats the key in each of its parts. */
    @ParameterizedTest
    @ValueSource(ints = {200, 307, 403, 500})
    void the_api_key_is_nowhere_whatever_is_asked_for(int status) {
        run("apply", "--confirm", "6");
        for (var operation : Operation.values()) {
            program.sandbox().fault(operation, echo(status), 10_000);
        }
        runEverything("system-test", " --debug");

        assertNoKey();
    }

    private void assertNoKey(String... said) {
        var key = program.sandbox().apiKey();
        left.append(program.files());
        assertThat(List.of(said)).allMatch(text -> left.indexOf(text) >= 0);
        assertThat(left).doesNotContain(key, base64(key));
        assertThat(events()).isNotEmpty();
        assertThat(events().stream().map(CanaryTest::logged))
                .noneMatch(message -> message.contains(key) || message.contains(base64(key)));
    }

    /** What was logged until now; a server that ends may still log. */
    private List<ILoggingEvent> events() {
        return new ArrayList<>(log.list);
    }

    private static String logged(ILoggingEvent event) {
        return event.getFormattedMessage() + ThrowableProxyUtil.asString(event.getThrowableProxy());
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
        var headers = Map.of(
                "Content-Type",
                "application/json",
                "X-Request-Id",
                key,
                "Server",
                key,
                "Location",
                "/elsewhere?key=" + key);
        return new Fault(0, false, Duration.ZERO, Optional.empty(), new Fault.Spoiling.Replaced(status, headers, body));
    }

    private static String base64(String key) {
        return Base64.getEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void nobodys_name_number_or_id_is_in_what_goes_to_reviews_repositories_and_logs() {
        run("apply", "--confirm", "6");
        program.campaign("second-test");
        program.sandbox().fault(Operation.CREATE_CAMPAIGN, Fault.commitThenDrop());
        run("apply", "--confirm", "6", "--json", "--debug");
        runEverything("second-test", "");
        left.append(program.files());
        events().stream()
                // only reads definitions, and says so at length
                .filter(event -> !event.getLoggerName().startsWith("org.hibernate"))
                .forEach(event -> left.append(logged(event)).append('\n'));

        var text = left.toString();
        assertThat(text).contains("6 people", "created as campaign_", "delivered");
        var people = people();
        assertThat(people).hasSizeGreaterThan(3000);
        assertThat(people).map(Contact::name).contains("Quirina Vogelsang");
        assertThat(people).map(Contact::name).noneMatch(new Words(text)::contain);
        assertThat(people).flatMap(CanaryTest::numbers).noneMatch(new Digits(text)::contain);
        assertThat(found(people.stream().flatMap(CanaryTest::hashes), new Hashes(text)))
                .isEmpty();
    }

    /** What is looked for would be found. */
    @Test
    void a_name_a_number_and_a_hash_of_it_would_be_found() {
        var ada = "Ada  Nonsuch";
        assertThat(new Words("{\"who\":\"Ada\\tNonsuch\"}").contain(ada)).isFalse();
        assertThat(new Words("sent to Ada Nonsuch, twice").contain(ada)).isTrue();
        assertThat(new Digits("id 0012025550143").contain("12025550143")).isTrue();
        var hash = hash("SHA-256", "+12025550143");
        assertThat(new Hashes("who: " + hash.toUpperCase(Locale.ROOT)).values()).contains(hash);
        assertThat(hashes("12025550143")).contains(hash, hash("MD5", "12025550143"));
    }

    @Test
    void only_lists_of_people_and_messages_show_their_ids() {
        run("apply", "--confirm", "6");
        EveryCommand.run(program, "system-test", (command, run) -> {
            if (!command.startsWith("contacts list") && !command.startsWith("logs")) {
                left.append(run.all());
            }
        });
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

    /** The digest of a number is no secret: there are so few numbers that all can be tried. */
    private static Stream<String> hashes(Contact contact) {
        return numbers(contact).stream().flatMap(number -> hashes(number).stream());
    }

    private static List<String> hashes(String digits) {
        return Stream.of("SHA-256", "SHA-1", "MD5")
                .flatMap(algorithm -> Stream.of(digits, "+" + digits).map(text -> hash(algorithm, text)))
                .toList();
    }

    private static String hash(String algorithm, String text) {
        try {
            var digest = MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The hexadecimal numbers of a long text that are as long as a digest, to be found at once. */
    private record Hashes(Set<String> values) {
        Hashes(String text) {
            this(Pattern.compile("[0-9a-fA-F]{32,}")
                    .matcher(text)
                    .results()
                    .map(found -> found.group().toLowerCase(Locale.ROOT))
                    .collect(Collectors.toSet()));
        }
    }

    private static List<String> found(Stream<String> hashes, Hashes text) {
        return hashes.filter(text.values()::contains).limit(5).toList();
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
                Optional.empty(),
                WorkspaceSettings.Precautions.NONE,
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
        keep(String.join(" ", arguments), program.run(arguments));
    }

    private void runEverything(String doubt, String more) {
        EveryCommand.run(program, doubt, more, this::keep);
    }

    private void keep(String command, InMemoryProgram.Run run) {
        left.append(run.all());
        assertThat(run.code()).as("%s: %s", command, run.all()).isNotEqualTo(ExitCode.BUG.number());
    }
}
