package dev.muster.sandbox.world;

import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Records what happens by itself in a workspace that is in use: somebody joins, somebody leaves, somebody gets a label or loses
 * one. Who that is follows from what happened before, so the same history moves on in the same way.
 */
public final class MovementRecorder {
    /** What a person can gain or lose in daily work. Who is staff, and who received what, nobody changes by hand. */
    private static final List<String> LABELS = Stream.concat(
                    MadeUpPerson.LABELS.stream(), Stream.of(DefaultWorld.DUPLICATE))
            .toList();

    private static final Set<String> OPT_OUTS = Set.of(DefaultWorld.DNC, DefaultWorld.UNSUBSCRIBED);

    private static final int TRIES = 1_000;

    private final SandboxWorld world;
    private final Consumer<Event> record;

    /** How many people join, leave and are relabelled. */
    public record Steps(int add, int remove, int relabel) {
        public boolean isNone() {
            return add + remove + relabel == 0;
        }
    }

    public MovementRecorder(SandboxWorld world, Consumer<Event> record) {
        this.world = world;
        this.record = record;
    }

    public void record(Steps steps) {
        var chance = new Generator(world.changes());
        Newcomers.add(steps.add(), world, record);
        for (int step = 0; step < steps.remove(); step++) {
            anybody(chance)
                    .ifPresent(row -> record.accept(
                            new Event.ContactRemoved(world.contact(row).id())));
        }
        for (int step = 0; step < steps.relabel(); step++) {
            world.labelNamed(chance.oneOf(LABELS)).ifPresent(label -> relabel(label, chance));
        }
    }

    /** As many get a label as lose it, so that its carriers stay about as many as they are. */
    private void relabel(LabelRow label, Generator chance) {
        var row = anybody(chance);
        if (row.isEmpty()) {
            return;
        }
        // whoever opted out stays opted out
        if (chance.perMille(500) || OPT_OUTS.contains(label.name())) {
            record.accept(new Event.LabelAttached(label.id(), only(row.getAsInt())));
        } else {
            int carrier = world.carrier(label.id(), row.getAsInt());
            if (carrier >= 0) {
                record.accept(new Event.LabelDetached(label.id(), only(carrier)));
            }
        }
    }

    /** Drawn until somebody is met who is still there: few are gone. */
    private OptionalInt anybody(Generator chance) {
        int rows = world.contacts().size();
        for (int attempt = 0; attempt < TRIES && rows > 0; attempt++) {
            int row = chance.below(rows);
            if (world.isThere(row)) {
                return OptionalInt.of(row);
            }
        }
        return OptionalInt.empty();
    }

    private static Rows only(int position) {
        var one = new BitSet();
        one.set(position);
        return new Rows(one);
    }
}
