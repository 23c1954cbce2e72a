package dev.muster.lock.format;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.muster.lock.LockException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

/**
 * Any bytes as a lock, a journal or a rescued outcome: read or refused, never another exception. A build reads the files
 * under {@code RecordFuzzTestInputs} again; {@code JAZZER_FUZZ=1} makes new ones for a minute, guided by the code that they
 * reach, and keeps what breaks it there.
 */
class RecordFuzzTest {
    @FuzzTest(maxDuration = "1m")
    void is_read_or_refused(byte[] file) {
        var text = new String(file, StandardCharsets.UTF_8);
        readOrRefused(() -> LockJson.read("fuzzed.lock.json", new ByteArrayInputStream(file), file.length));
        readOrRefused(() -> Journal.read("fuzzed.lock.journal", file));
        readOrRefused(() -> RescueLine.read("fuzzed.lock.rescue.json", text));
    }

    private static void readOrRefused(Runnable reading) {
        try {
            reading.run();
        } catch (LockException refused) {
            // as it should be
        }
    }
}
