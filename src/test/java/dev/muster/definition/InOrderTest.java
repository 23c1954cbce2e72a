package dev.muster.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.diagnostic.Checked;
import dev.muster.model.ParallelMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two threads give what one gives: the same results and findings in the same order, and the same failure. */
@Tag("slow")
@DisplayNameGeneration(ReplaceUnderscores.class)
class InOrderTest {
    private static final List<Integer> NUMBERS =
            IntStream.range(0, 1_000).boxed().toList();

    @Test
    void results_stand_in_the_order_of_the_things() {
        assertThat(ParallelMap.map(NUMBERS, number -> number * 2, 2))
                .isEqualTo(ParallelMap.map(NUMBERS, number -> number * 2, 1))
                .startsWith(0, 2, 4);
        assertThat(ParallelMap.map(List.<Integer>of(), number -> number, 2)).isEmpty();
    }

    /** Each waits for the other, so one thread alone would not get on. */
    @Test
    void two_threads_are_at_work_at_once() {
        var barrier = new CyclicBarrier(2);
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        ParallelMap.map(
                List.of("one", "two"),
                thing -> {
                    threads.add(Thread.currentThread());
                    return meet(barrier);
                },
                2);
        assertThat(threads).hasSize(2).contains(Thread.currentThread());
    }

    @RepeatedTest(20)
    void the_first_failure_in_order_is_the_one_that_is_thrown() {
        assertThatThrownBy(() -> ParallelMap.map(NUMBERS, InOrderTest::failingFrom300, 2))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("300");
    }

    @Test
    void an_error_is_no_result_either() {
        assertThatThrownBy(() -> ParallelMap.map(
                        NUMBERS,
                        number -> {
                            throw new StackOverflowError("deep");
                        },
                        2))
                .isInstanceOf(StackOverflowError.class);
    }

    @Test
    void an_interruption_is_not_lost() {
        Thread.currentThread().interrupt();
        assertThat(ParallelMap.map(NUMBERS, number -> number, 2)).hasSize(1_000);
        assertThat(Thread.interrupted()).isTrue();
    }

    /** Documents and findings alike; the shapes of blocks, which the threads share, are new for each reader. */
    @Test
    void files_with_mistakes_are_read_as_by_one_thread() throws IOException {
        var models = models();
        for (long seed = 0; seed < 20; seed++) {
            var files = files(new Random(seed), models);
            var alone = ParallelMap.map(files, new DefinitionReader()::read, 1);
            var together = ParallelMap.map(files, new DefinitionReader()::read, 2);
            assertThat(alone.stream().filter(Checked::stops).count())
                    .as("seed %d", seed)
                    .isBetween(10L, 290L);
            assertThat(together.toString()).as("seed %d", seed).isEqualTo(alone.toString());
        }
    }

    /** So many that a second thread takes part where there is a second processor. */
    @Test
    void a_large_folder_is_read_as_file_by_file(@TempDir Path folder) throws IOException {
        for (var file : files(new Random(7), models())) {
            Files.writeString(folder.resolve(file.path()), file.text());
        }
        var reader = new DefinitionReader();
        var files = DefinitionFiles.read(folder, folder).value().orElseThrow();
        var findings = files.stream()
                .flatMap(file -> reader.read(file).diagnostics().stream())
                .collect(Collectors.toList());

        var read = reader.readAll(folder, folder);

        assertThat(read.diagnostics())
                .isEqualTo(Checked.failed(findings).diagnostics())
                .isNotEmpty();
        assertThat(read.value()
                        .orElseThrow()
                        .all()
                        .map(document -> document.place().file()))
                .isSorted()
                .hasSizeBetween(100, 299);
        assertThat(read.value().orElseThrow().complete()).isFalse();
    }

    private static int failingFrom300(int number) {
        if (number >= 300) {
            throw new IllegalStateException(String.valueOf(number));
        }
        return number;
    }

    private static String meet(CyclicBarrier barrier) {
        try {
            return "met " + barrier.await(1, TimeUnit.MINUTES);
        } catch (Exception alone) {
            throw new IllegalStateException("nobody came", alone);
        }
    }

    /** Three hundred of the examples, most with a line lost, doubled or cut, or with a character that is another. */
    private static List<SourceFile> files(Random random, List<String> models) {
        return IntStream.range(0, 300)
                .mapToObj(number -> new SourceFile(
                        "file-" + (1_000 + number) + ".yaml",
                        spoilt(models.get(random.nextInt(models.size())), random)))
                .toList();
    }

    private static String spoilt(String text, Random random) {
        int from = random.nextInt(text.length());
        int to = Math.min(text.length(), from + random.nextInt(30));
        return switch (random.nextInt(5)) {
            case 0 -> text;
            case 1 -> text.substring(0, from) + text.substring(to);
            case 2 -> text.substring(0, to) + text.substring(from);
            case 3 -> text.substring(0, from);
            default -> text.substring(0, from) + ":\t'\"{[&*#-".charAt(random.nextInt(10)) + text.substring(from);
        };
    }

    private static List<String> models() throws IOException {
        var models = DefinitionFiles.read(Path.of("campaigns"), Path.of("campaigns")).value().orElseThrow().stream()
                .map(SourceFile::text)
                .toList();
        assertThat(models).hasSizeGreaterThan(5);
        return models;
    }
}
