package dev.muster.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Pages whose blocks are marked {@code console} are played from top to bottom in an empty folder, and every output must be the
 * one that they show; a line with nothing but {@code …} stands for lines left out. What a reader is asked to change in between
 * stands in a comment as well, such as {@code <!-- ! replace FILE OLD => NEW -->}.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PagesTest {
    private static final Path PAGES = Path.of("src/site/markdown");

    @TempDir
    Path folder;

    static List<Path> pages() throws IOException {
        try (var files = Files.list(PAGES)) {
            return files.filter(file -> file.toString().matches(".*/[a-z-]+\\.md"))
                    .filter(PagesTest::isPlayed)
                    .sorted()
                    .toList();
        }
    }

    private static boolean isPlayed(Path page) {
        try {
            return Files.readString(page).contains("```console\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void the_tutorial_is_played() throws IOException {
        assertThat(pages()).contains(PAGES.resolve("tutorial.md"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void it_shows_what_happens(Path page) throws IOException {
        try (var stage = new StoryStage(folder)) {
            var played = new StoryPage(stage).play(Files.readAllLines(page));
            var kept = Path.of("target", "pages").resolve(page.getFileName().toString());
            Files.createDirectories(Path.of("target", "pages"));
            Files.writeString(kept, played.text());
            assertThat(played.differences())
                    .as("%s; all of it is in %s", page, kept)
                    .isEmpty();
        }
    }

    @Test
    void another_output_is_seen() throws IOException {
        try (var stage = new StoryStage(folder)) {
            var page = List.of("```console", "$ muster init -q", "wrote nothing", "```");

            assertThat(new StoryPage(stage).play(page).differences()).hasSize(1);
        }
    }
}
