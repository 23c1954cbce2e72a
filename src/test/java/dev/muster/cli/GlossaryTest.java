package dev.muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The glossary stays short, in order, and explains only what a reader meets elsewhere. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GlossaryTest {
    private static final Path GLOSSARY = Path.of("src/site/markdown/glossary.md");
    private static final Pattern TERM = Pattern.compile("(?m)^\\| \\*\\*(.+?)\\*\\* \\|");

    private static List<String> terms() throws IOException {
        return TERM.matcher(Files.readString(GLOSSARY))
                .results()
                .map(term -> term.group(1))
                .toList();
    }

    @Test
    void it_has_at_most_25_terms_each_once_and_in_order() throws IOException {
        assertThat(terms()).hasSizeBetween(10, 25).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void each_term_is_used_on_another_page() throws IOException {
        var pages = otherPages();

        assertThat(terms()).allSatisfy(term -> assertThat(pages).contains(term));
    }

    private static String otherPages() throws IOException {
        var text = new StringBuilder();
        for (var page : DocsTest.pages()) {
            if (!page.equals(GLOSSARY) && !page.endsWith("reference.md")) {
                text.append(Files.readString(page));
            }
        }
        return text.toString()
                .toLowerCase(Locale.ROOT)
                .lines()
                .map(String::strip)
                .collect(Collectors.joining(" "));
    }
}
