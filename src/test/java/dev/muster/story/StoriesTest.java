package dev.muster.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Plays every story in {@code src/test/resources/stories} through the real program against a sandbox of its own, and holds
 * what it printed, posted and recorded against {@code approved.txt}. What differs is left as {@code story.received.txt}.
 * {@code -Dmuster.story=PART} plays only the stories whose folder's name contains PART.
 */
class StoriesTest {
    private static final Path STORIES = Path.of("src/test/resources/stories");
    private static final String CHOSEN = System.getProperty("muster.story", "");

    @TestFactory
    Stream<DynamicTest> stories() throws IOException {
        return folders().stream().map(story -> DynamicTest.dynamicTest(name(story), () -> play(story)));
    }

    private static void play(Path story) throws IOException {
        var told = new Story(story, STORIES.resolveSibling("stories-shared")).tell();
        var approved = story.resolve("approved.txt");
        var received = story.resolve("story.received.txt");
        if (Files.exists(approved) && Files.readString(approved).equals(told)) {
            Files.deleteIfExists(received);
            return;
        }
        Files.writeString(received, told);
        assertThat(told)
                .as("%s; if it is what a customer should see, move %s over approved.txt", name(story), received)
                .isEqualTo(Files.exists(approved) ? Files.readString(approved) : "");
    }

    private static List<Path> folders() throws IOException {
        try (var folders = Files.list(STORIES)) {
            return folders.filter(Files::isDirectory)
                    .filter(story -> story.getFileName().toString().contains(CHOSEN))
                    .sorted()
                    .toList();
        }
    }

    private static String name(Path story) {
        return story.getFileName().toString().replace('-', ' ');
    }
}
