package dev.muster.definition;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.muster.diagnostic.Diagnostic;
import java.util.List;

/**
 * Any bytes as a file of definitions: findings with a place, or a definition, never an exception. A build reads the files
 * under {@code DefinitionFuzzTestInputs} again; {@code JAZZER_FUZZ=1} makes new ones for a minute, guided by the code that
 * they reach, and keeps what breaks it there.
 */
class DefinitionFuzzTest {
    private static final DefinitionReader READER = new DefinitionReader();

    @FuzzTest(maxDuration = "1m")
    void ends_in_findings_or_a_definition(byte[] file) {
        for (Diagnostic finding : findings(file)) {
            if (finding.place().line() < 1 || finding.place().column() < 1) {
                throw new AssertionError("without a place: " + finding);
            }
        }
    }

    private static List<Diagnostic> findings(byte[] bytes) {
        var file = SourceFile.of("fuzzed.yaml", bytes);
        return file.value().map(read -> READER.read(read).diagnostics()).orElse(file.diagnostics());
    }
}
