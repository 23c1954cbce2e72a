package dev.muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Threads of the program that nobody asked for: what they begin early, and that they neither complain nor outlast it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PreloaderTest {
    private static final long PATIENCE = Duration.ofSeconds(30).toMillis();

    @Test
    void what_fails_in_it_is_not_told_because_it_fails_again_where_it_is_needed() throws InterruptedException {
        var err = new ByteArrayOutputStream();
        var before = System.err;
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            Preloader.onItsOwn(() -> {
                        throw new NoClassDefFoundError("a broken installation");
                    })
                    .join(PATIENCE);
        } finally {
            System.setErr(before);
        }

        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void a_command_that_asks_no_workspace_prepares_for_none() throws InterruptedException {
        assertThat(Preloader.begin(List.of("--version"))).isEmpty();
        assertThat(begun("validate", "-C", "x")).hasSize(1);
        assertThat(begun("plan", "--offline")).hasSize(1);
        assertThat(begun("labels")).hasSize(1);
        assertThat(begun("status")).hasSize(2);
        assertThat(begun("plan")).hasSize(3);
    }

    private static List<Thread> begun(String... arguments) throws InterruptedException {
        var threads = Preloader.begin(List.of(arguments));
        for (var thread : threads) {
            thread.join(PATIENCE);
            assertThat(thread.isAlive()).isFalse();
        }
        return threads;
    }

    @Test
    void no_thread_of_an_http_client_is_left_to_wait_for_at_the_exit() throws InterruptedException {
        var others = selectors();
        var client = HttpClient.newHttpClient();
        var ours =
                selectors().stream().filter(thread -> !others.contains(thread)).toList();
        assertThat(ours).hasSize(1);

        Main.leaveNobodyWaiting();

        ours.get(0).join(PATIENCE);
        assertThat(ours.get(0).isAlive()).as("%s's thread", client).isFalse();
    }

    private static Set<Thread> selectors() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().endsWith("-SelectorManager"))
                .collect(Collectors.toSet());
    }
}
