package dev.muster.sandbox.world;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;

/** Records a move as events. What it names is looked up before the first of them, so an impossible move changes nothing. */
public final class MoveRecorder {
    private final SandboxWorld world;
    private final Consumer<Event> record;

    public MoveRecorder(SandboxWorld world, Consumer<Event> record) {
        this.world = world;
        this.record = record;
    }

    public void record(Move move) {
        var events = new ArrayList<Event>();
        move.remove().stream().distinct().forEach(place -> events.add(new Event.ContactRemoved(id(position(place)))));
        move.label().forEach(one -> events.add(new Event.LabelAttached(label(one.label()), rows(one.places()))));
        move.unlabel().forEach(one -> events.add(new Event.LabelDetached(label(one.label()), rows(one.places()))));
        events.forEach(record);
        Newcomers.add(move.add(), world, record);
    }

    private String id(int position) {
        return world.contact(position).id();
    }

    private String label(String name) {
        return world.labelNamed(name)
                .map(LabelRow::id)
                .orElseThrow(() -> new ControlException("no label is called " + name));
    }

    private Rows rows(List<Integer> places) {
        var rows = new BitSet();
        places.forEach(place -> rows.set(position(place)));
        return new Rows(rows);
    }

    private int position(int place) {
        var everybody = world.everybody();
        int count = everybody.cardinality();
        int fromTheOldest = place < 0 ? count + place : place;
        if (fromTheOldest < 0 || fromTheOldest >= count) {
            throw new ControlException("no contact is at place " + place + " of " + count);
        }
        return RowSelection.position(everybody, fromTheOldest);
    }
}
