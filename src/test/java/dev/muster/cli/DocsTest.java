package dev.muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.cli.command.RootCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** The README and the pages: every link leads somewhere, every command they name is one, and the reference is as it should be. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DocsTest {
    private static final Path README = Path.of("README.md");
    private static final Path PAGES = Path.of("src/site/markdown");
    private static final List<Path> FOR_THE_PROJECT =
            List.of(Path.of("CONTRIBUTING.md"), Path.of("CHANGELOG.md"), Path.of(".github/SECURITY.md"));
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s#]*)(#[^)\\s]*)?\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

    /** In a block of commands, or between backticks. */
    private static final Pattern COMMAND =
            Pattern.compile("(?m)(?:^(?:\\$ )?|`|&& )(?:\\./)?muster((?: [^`\\n|;&>#]*)?)");

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

    static List<Path> pages() throws IOException {
        try (var files = Files.list(PAGES)) {
            return Stream.concat(
                            Stream.of(README),
                            files.filter(file -> file.toString().endsWith(".md"))
                                    .sorted())
                    .filter(file -> !file.toString().contains(".received."))
                    .toList();
        }
    }

    /** The pages of users, and those of whoever works on the project. */
    static List<Path> allPages() throws IOException {
        try (var decisions = Files.list(PAGES.resolve("decisions"))) {
            return Stream.of(pages().stream(), FOR_THE_PROJECT.stream(), decisions.sorted())
                    .flatMap(files -> files)
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("allPages")
    void every_link_within_leads_somewhere(Path page) throws IOException {
        assertThat(deadLinks(page, Files.readString(page))).isEmpty();
    }

    @Test
    void a_link_that_leads_nowhere_is_seen() {
        assertThat(deadLinks(
                        README, "[a](no-such-page.md) [b](#no-such-heading) [c](src/site/markdown/index.md#nor-here)"))
                .hasSize(3);
    }

    private static List<String> deadLinks(Path page, String text) {
        return LINK.matcher(withoutCode(text))
                .results()
                .filter(link -> !link.group(1).matches("[a-z]+:.*"))
                .filter(link -> !leadsSomewhere(page, link.group(1), link.group(2)))
                .map(link -> link.group())
                .toList();
    }

    private static boolean leadsSomewhere(Path page, String file, String anchor) {
        var target = file.isEmpty() ? page : page.resolveSibling(file).normalize();
        try {
            return Files.exists(target)
                    && (anchor == null || headings(Files.readString(target)).contains(anchor.substring(1)));
        } catch (IOException e) {
            return false;
        }
    }

    /** As GitHub names them. */
    private static List<String> headings(String text) {
        return HEADING.matcher(text)
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .toList();
    }

    private static String withoutCode(String text) {
        return text.replaceAll("(?ms)^```.*?^```", "").replaceAll("`[^`\\n]*`", "``");
    }

    @Test
    void every_page_is_linked_from_the_readme_and_from_the_index() throws IOException {
        var index = Files.readString(PAGES.resolve("index.md"));
        for (var page : pages()) {
            if (!page.equals(README)) {
                assertThat(Files.readString(README)).contains("](" + page + ")");
                assertThat(page.endsWith("index.md") || index.contains("](" + page.getFileName()))
                        .as("%s in the index", page)
                        .isTrue();
            }
        }
    }

    /** It is for whoever does not know Muster yet; the rest is on pages. */
    @Test
    void the_readme_is_read_in_ten_minutes() throws IOException {
        assertThat(Files.readString(README).split("\\s+")).hasSizeLessThanOrEqualTo(1800);
    }

    @ParameterizedTest
    @MethodSource("allPages")
    void every_command_it_names_is_one(Path page) throws IOException {
        assertThat(wrongCommands(Files.readString(page))).isEmpty();
    }

    @Test
    void a_command_that_is_none_is_seen() {
        assertThat(wrongCommands("`muster plant`\n\n```sh\n./muster apply --force\nmuster lock open\n```\n"))
                .containsExactly("muster plant", "muster apply --force", "muster lock open");
        assertThat(COMMAND.matcher("$ muster plan --base main").results()).hasSize(1);
    }

    private List<String> wrongCommands(String text) {
        var wrong = new ArrayList<String>();
        COMMAND.matcher(text)
                .results()
                .map(found -> found.group(1).strip())
                .filter(words -> !words.isEmpty() && words.matches("[a-z-].*"))
                .filter(words -> !isCommand(root(), List.of(words.split("\\s+", -1))))
                .forEach(words -> wrong.add("muster " + words));
        return wrong;
    }

    /** Subcommands as long as they are some; then every option must be one of the last. */
    private static boolean isCommand(CommandLine command, List<String> words) {
        int at = 0;
        var line = command;
        while (at < words.size()) {
            var word = words.get(at);
            if (line.getSubcommands().containsKey(word)) {
                line = line.getSubcommands().get(word);
            } else if (word.startsWith("-")) {
                if (!hasOption(line, word)) {
                    return false;
                }
                at += at + 1 < words.size() && line == command ? 1 : 0; // the value of a global option
            } else if (line == command || !line.getSubcommands().isEmpty()) {
                return false;
            }
            at++;
        }
        return true;
    }

    private static boolean hasOption(CommandLine line, String word) {
        var name = word.replaceAll("[=,.)].*", "");
        return name.matches("-+") || line.getCommandSpec().optionsMap().containsKey(name);
    }

    private CommandLine root() {
        var surroundings = program.surroundings(new ByteArrayOutputStream(), new ByteArrayOutputStream());
        return CommandTable.below(new CommandLine(new RootCommand(surroundings)), List.of("--help"));
    }

    /** It is written by the program and by the schemas. To renew it, run this test and move the received file over it. */
    @Test
    void the_reference_is_what_the_program_and_the_schemas_say() throws IOException {
        var page = PAGES.resolve("reference.md");
        var received = PAGES.resolve("reference.received.md");
        var text = ReferencePage.of(root());
        if (Files.exists(page) && Files.readString(page).equals(text)) {
            Files.deleteIfExists(received);
            return;
        }
        Files.writeString(received, text);
        assertThat(Files.exists(page) ? Files.readString(page) : "")
                .as("the reference is stale: mv %s %s", received, page)
                .isEqualTo(text);
    }
}
