package dev.muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.cli.command.RootCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** The README, the pages and the help texts have short sentences: 20 words is the aim, 30 the bound. A list item or a cell is a text of its own. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PlainEnglishTest {
    private static final int MOST_WORDS = 30;

    /** Generated from the program and the schemas, or not yet rewritten. */
    private static final Set<String> NOT_HELD = Set.of("reference.md", "threats.md", "how-never-twice-is-tested.md");

    private static final Pattern BLOCK = Pattern.compile("\\n\\s*\\n|\\n(?=\\s*(?:[-*>|#]|\\d+\\.)\\s?)| \\| ");
    private static final Pattern END = Pattern.compile("(?<=[.!?])[\"*)]*\\s+(?=[A-Z*\"\\[`x0-9])");
    private static final Pattern WORD = Pattern.compile("\\S*\\w\\S*");

    static List<Path> pages() throws IOException {
        return DocsTest.pages().stream()
                .filter(page -> !NOT_HELD.contains(page.getFileName().toString()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void no_sentence_is_longer_than_30_words(Path page) throws IOException {
        assertThat(tooLong(Files.readString(page))).isEmpty();
    }

    @Test
    void no_sentence_of_a_help_text_is_longer_than_30_words(@TempDir Path folder) {
        try (var program = new InMemoryProgram(folder)) {
            var surroundings = program.surroundings(new ByteArrayOutputStream(), new ByteArrayOutputStream());
            var root = CommandTable.below(new CommandLine(new RootCommand(surroundings)), List.of("--help"));

            assertThat(helpTexts(root).flatMap(text -> tooLong(text).stream())).isEmpty();
            assertThat(helpTexts(root)).hasSizeGreaterThan(100);
        }
    }

    /** What a command and its options say of themselves, without the table of exit codes. */
    private static Stream<String> helpTexts(CommandLine command) {
        var spec = command.getCommandSpec();
        var own = Stream.concat(
                Stream.of(String.join(" ", spec.usageMessage().description())),
                spec.args().stream().map(arg -> String.join(" ", arg.description())));
        return Stream.concat(own, command.getSubcommands().values().stream().flatMap(PlainEnglishTest::helpTexts));
    }

    @Test
    void a_long_sentence_is_seen_and_code_and_links_count_little() {
        var thirty = "word ".repeat(29) + "end.";

        assertThat(tooLong(thirty + " Another one.\n\n- " + thirty + "\n- " + thirty))
                .isEmpty();
        assertThat(tooLong("One " + thirty)).hasSize(1);
        assertThat(tooLong("`muster plan --base main` " + "word ".repeat(28) + "[end](a-page.md)."))
                .isEmpty();
        assertThat(tooLong("```\n" + "word ".repeat(40) + "\n```\n")).isEmpty();
    }

    private static List<String> tooLong(String page) {
        var text = page.replaceAll("(?ms)^\\s*```.*?^\\s*```", "\n\n")
                .replaceAll("(?s)<!--.*?-->", "")
                .replaceAll("`[^`]*`", "x")
                .replaceAll("]\\([^)]*\\)", "]");
        return BLOCK.splitAsStream(text)
                .map(block -> block.strip().replaceAll("\\s+", " "))
                .flatMap(END::splitAsStream)
                .filter(sentence -> words(sentence) > MOST_WORDS)
                .toList();
    }

    private static long words(String sentence) {
        return Stream.of(sentence.split(" ", -1))
                .filter(word -> WORD.matcher(word).matches())
                .count();
    }
}
