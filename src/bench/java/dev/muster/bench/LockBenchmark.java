package dev.muster.bench;

import dev.muster.Muster;
import dev.muster.lock.file.LocalDisk;
import dev.muster.lock.Lock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A lock in a file, read as every plan reads it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class LockBenchmark {
    @Param({"1000", "10000"})
    private int entries;

    private Path folder;

    @Setup
    public void write() throws IOException {
        folder = Files.createTempDirectory("muster-lock");
        new MadeUpFolder(folder, 1, 100).write();
        var campaigns = Muster.validate(folder, folder).value().orElseThrow().campaigns();
        MadeUpLock.write(folder, campaigns, entries);
    }

    @Benchmark
    public Optional<Lock> load() {
        return MadeUpLock.store(folder, new LocalDisk()).load();
    }

    @TearDown
    public void delete() throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(file);
            }
        }
    }
}
