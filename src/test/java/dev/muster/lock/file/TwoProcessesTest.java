package dev.muster.lock.file;

import static dev.muster.testing.Records.RUN;
import static dev.muster.testing.Records.WORKSPACE;
import static dev.muster.testing.Records.intent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.muster.lock.LockEnvironment;
import dev.muster.lock.LockException;
import dev.muster.lock.LockStore;
import dev.muster.lock.RunIdentity;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two runs at once in two processes: the operating system decides, and gives the hold back when a process is killed. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TwoProcessesTest {
    @TempDir
    Path folder;

    @Test
    void the_second_process_is_refused_until_the_first_is_killed_and_then_finds_its_steps() throws Exception {
        var other = startHolder();
        try (var said = output(other)) {
            assertThat(said.readLine()).isEqualTo("holding");

            var refused = catchThrowableOfType(
                    LockException.class, () -> store(folder).begin(RUN));
            assertThat(refused.why()).isEqualTo(LockException.Why.HELD);
            assertThat(refused).hasMessageContainingAll("run-of-another-process", "robin", "process " + other.pid());
            assertThat(store(folder).load().orElseThrow().entries())
                    .containsKey(intent("sale/1").identity());

            other.destroyForcibly().waitFor();
            try (var run = store(folder).begin(RUN)) {
                assertThat(run.lock().entry(intent("sale/1").identity())).contains(intent("sale/1"));
            }
        } finally {
            other.destroyForcibly();
        }
    }

    private static BufferedReader output(Process process) {
        return process.inputReader(StandardCharsets.UTF_8);
    }

    private Process startHolder() throws IOException {
        var java = ProcessHandle.current().info().command().orElseThrow();
        return new ProcessBuilder(
                        java, "-cp", System.getProperty("java.class.path"), Holder.class.getName(), folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static LockStore store(Path folder) {
        var here = FileLockStoreTest.SURROUNDINGS;
        var pid = ProcessHandle.current().pid();
        return new FileLockStore(
                folder,
                WORKSPACE,
                new LockEnvironment(here.lineages(), here.clock(), pid, here.host()),
                new LocalDisk());
    }

    /** The other process: takes the run, records an intent, and holds until it is killed or nobody listens any more. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] args) throws IOException {
            var run = new RunIdentity("run-of-another-process", "robin", "0.1.0", Optional.empty());
            try (var held = store(Path.of(args[0])).begin(run)) {
                held.record(intent("sale/1"));
                System.out.println("holding");
                while (System.in.read() >= 0) {
                    Thread.onSpinWait();
                }
            }
        }
    }
}
