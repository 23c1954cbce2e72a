package dev.muster.bench;

import dev.muster.definition.DefinitionReader;
import dev.muster.definition.Document;
import dev.muster.definition.SourceFile;
import dev.muster.diagnostic.Checked;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One campaign's file, from its text to the bound document with the place of everything in it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ReadingBenchmark {
    private final DefinitionReader reader = new DefinitionReader();
    private final SourceFile file = new SourceFile("campaigns/c-00001.yaml", MadeUpFolder.campaign(1));

    @Benchmark
    public Checked<Document> definition() {
        return reader.read(file);
    }
}
