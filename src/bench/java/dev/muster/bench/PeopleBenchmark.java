package dev.muster.bench;

import dev.muster.audience.ContactIndex;
import dev.muster.audience.Funnel;
import dev.muster.audience.Roster;
import dev.muster.audience.SharedPairs;
import dev.muster.model.Audience;
import dev.muster.model.CampaignIdentity;
import dev.muster.model.LabelId;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Among a hundred thousand people: one audience step by step, and whom fifty campaigns reach twice. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PeopleBenchmark {
    private final MadeUpPeople people = new MadeUpPeople(100_000);
    private final ContactIndex index = people.index();
    private final SortedMap<CampaignIdentity, Roster> rosters = people.rosters(50, index);
    private final Audience<LabelId> audience = people.audience();

    @Benchmark
    public Funnel funnel() {
        return Funnel.of(audience, LabelId::value, index);
    }

    @Benchmark
    public SharedPairs overlaps() {
        return SharedPairs.of(rosters, List.of(), 10);
    }
}
