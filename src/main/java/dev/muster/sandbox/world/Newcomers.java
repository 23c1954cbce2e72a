package dev.muster.sandbox.world;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** People who are added while the workspace is in use: the newest, with labels as frequent as among the others. */
final class Newcomers {
    private Newcomers() {}

    static void add(int count, SandboxWorld world, Consumer<Event> record) {
        Map<String, BitSet> marked = new LinkedHashMap<>();
        for (int added = 0; added < count; added++) {
            int position = world.contacts().size();
            var person = new MadeUpPerson(position);
            record.accept(new Event.ContactAdded(person.row(Ids.uuid("contact", position), world.newest())));
            person.labels()
                    .forEach(name ->
                            marked.computeIfAbsent(name, key -> new BitSet()).set(position));
        }
        marked.forEach((name, rows) -> world.labelNamed(name)
                .ifPresent(label -> record.accept(new Event.LabelAttached(label.id(), new Rows(rows)))));
    }
}
