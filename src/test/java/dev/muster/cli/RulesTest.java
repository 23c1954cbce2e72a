package dev.muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.diagnostic.Rule;
import dev.muster.diagnostic.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.approvaltests.Approvals;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The rules of findings: code, page and {@code muster explain} know the same ones, and nothing else is ever printed. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RulesTest {
    private static final Path PAGE = Path.of("src/site/markdown/rules.md");
    private static final Path MAIN = Path.of("src/main/java");

    /** {@code error: … [audience/nobody]}, and the same in JSON and in commands of GitHub. */
    private static final Pattern PRINTED = Pattern.compile(
            "(?m)(?:^|\\W)(note|warning|danger|error)(?:: | \\()[^\\n]*? \\[([a-z]+/[a-z0-9-]+)](?=`|$)");

    private static final Pattern ID = Pattern.compile("\\[([a-z]+/[a-z0-9-]+)]|\"rule(?:Id)?\": \"([^\"]*)\"");

    @TempDir
    Path folder;

    private InMemoryProgram program;

    @BeforeEach
    void start() {
        program = new InMemoryProgram(folder);
    }

    @AfterEach
    void stop() {
        program.close();
    }

    /** To renew it, run this test and move the received file over it. */
    @Test
    void the_page_is_what_the_rules_say() throws IOException {
        var received = PAGE.resolveSibling("rules.received.md");
        var text = RulesPage.of();
        if (Files.exists(PAGE) && Files.readString(PAGE).equals(text)) {
            Files.deleteIfExists(received);
            return;
        }
        Files.writeString(received, text);
        assertThat(Files.exists(PAGE) ? Files.readString(PAGE) : "")
                .as("the page of rules is stale: mv %s %s", received, PAGE)
                .isEqualTo(text);
    }

    @Test
    void every_id_that_was_ever_printed_is_that_of_a_rule() throws IOException {
        var known = ids();
        var printed = new TreeSet<String>();
        for (var text : texts(Path.of("src/test"), ".txt", ".md", ".json", ".html")) {
            ID.matcher(text)
                    .results()
                    .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                    .forEach(printed::add);
        }
        printed.remove("application/json");

        assertThat(printed).hasSizeGreaterThan(150);
        assertThat(known).containsAll(printed);
    }

    @Test
    void no_finding_is_worse_than_its_rule() throws IOException {
        var worse = new TreeSet<String>();
        for (var text : texts(Path.of("src/test"), ".txt", ".md")) {
            PRINTED.matcher(text)
                    .results()
                    .filter(found -> Rule.of(found.group(2))
                            .filter(rule -> rule.severity().compareTo(severity(found.group(1))) < 0)
                            .isPresent())
                    .forEach(found -> worse.add(found.group()));
        }
        assertThat(worse).isEmpty();
    }

    private static Severity severity(String word) {
        return Severity.valueOf(word.toUpperCase(Locale.ROOT));
    }

    @Test
    void every_rule_is_raised_somewhere() throws IOException {
        var code = String.join("\n", texts(MAIN, ".java"));

        assertThat(Rule.all()).allMatch(rule -> isRaised(rule, code));
    }

    private static boolean isRaised(Rule rule, String code) {
        var constant = rule.getClass().getSimpleName() + "." + rule;
        return Pattern.compile("\\b" + Pattern.quote(constant) + "\\b")
                        .matcher(code)
                        .find()
                || code.contains("\"" + rule.id() + ": ");
    }

    /** A constraint's message holds the id; one that no rule has would end the run. */
    @Test
    void every_constraint_has_a_rule() throws IOException {
        var written = Pattern.compile("\"([a-z]+/[a-z0-9-]+): ")
                .matcher(String.join("\n", texts(MAIN.resolve("dev/muster/definition"), ".java")))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());

        assertThat(written).hasSizeGreaterThan(20);
        assertThat(ids()).containsAll(written);
    }

    @Test
    void no_id_is_given_twice_and_each_says_harm_and_cure() {
        assertThat(Rule.all())
                .extracting(Rule::id)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z]+/[a-z0-9-]+"));
        assertThat(Rule.all()).allSatisfy(rule -> {
            assertThat(rule.means()).as(rule.id()).matches("[A-Z`].*\\.");
            assertThat(rule.mend()).as(rule.id()).isNotBlank().doesNotEndWith(".");
        });
    }

    @Test
    void what_was_danger_to_accept_in_0_1_still_is() {
        assertThat(Rule.acknowledgeable())
                .contains(
                        "audience/any-with-all",
                        "plan/looks-like-a-rename",
                        "policy/opt-in-required",
                        "policy/us-marketing")
                .doesNotContain("audience/unverified", "yaml/syntax");
    }

    @Test
    void explains_a_rule_of_each_severity() {
        Approvals.verify(
                Stream.of("audience/no-selector", "plan/edited-after-send", "schedule/night", "audience/unverified")
                        .map(id -> "$ muster explain " + id + "\n"
                                + program.run("explain", id).out())
                        .collect(Collectors.joining("\n")));
    }

    @Test
    void lists_every_rule_in_a_line() {
        var run = program.run("explain");

        assertThat(run.code()).isZero();
        assertThat(run.out().lines().skip(1).map(line -> line.split(" ", 2)[0])).containsExactlyElementsOf(ids());
    }

    @Test
    void takes_an_id_with_the_brackets_that_it_was_printed_in() {
        assertThat(program.run("explain", "[audience/nobody]").out()).startsWith("audience/nobody: error\n");
    }

    @Test
    void prints_rules_for_programs() {
        var all = JsonMapper.shared().readTree(program.run("explain", "--json").out());
        var one = JsonMapper.shared()
                .readTree(program.run("explain", "plan/not-sent", "--json").out());

        assertThat(all.get("rules")).hasSameSizeAs(Rule.all());
        assertThat(one.get("rules").get(0).get("severity").asString()).isEqualTo("error");
        assertThat(one.get("rules").get(0).get("help").asString()).startsWith("raise `generation`");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "audience/nobdy=audience/nobody",
                "nobody=audience/nobody",
                "policy/no-selector=audience/no-selector",
                "Audience/Nobody=audience/nobody",
                "suppression=contacts/suppression-lost",
                "weather=muster explain",
                "=muster explain",
                "/=muster explain",
                "a\u001b[31m=muster explain"
            })
    void an_id_that_is_none_ends_with_64_and_the_nearest(String typed) {
        var run = program.run("explain", typed.substring(0, typed.indexOf('=')));

        assertThat(run.code()).isEqualTo(64);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("there is no rule").contains(typed.substring(typed.indexOf('=') + 1));
        assertThat(run.err()).doesNotContain("\u001b");
    }

    private static Set<String> ids() {
        return Rule.all().stream().map(Rule::id).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> texts(Path below, String... endings) throws IOException {
        try (var files = Files.walk(below)) {
            return files.filter(file -> Arrays.stream(endings).anyMatch(file.toString()::endsWith))
                    .filter(file -> !file.toString().contains(".received."))
                    .map(RulesTest::text)
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
