package dev.muster.sandbox.api;

import dev.muster.sandbox.world.ContactRow;
import dev.muster.sandbox.world.DefaultWorld;
import dev.muster.sandbox.world.Event;
import dev.muster.sandbox.world.Ids;
import dev.muster.sandbox.world.LabelRow;
import dev.muster.sandbox.world.PhoneNumbers;
import dev.muster.sandbox.world.Rows;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/** Puts the rows of an import into the world, with the asked treatment of numbers that are there already. */
record ImportedPeople(RequestContext call, String strategy, Optional<String> callingCode) {
    private static final Set<String> OWN_COLUMNS = Set.of("name", "phone", "whatsapp", "labels");

    /** Adds one row; false if it has no usable number. */
    boolean add(Map<String, String> row) {
        var phone = number(row, "phone");
        var whatsapp = row.containsKey("whatsapp") ? number(row, "whatsapp") : phone;
        if (phone.isEmpty() && whatsapp.isEmpty()) {
            return false;
        }
        var existing = existing(phone.or(() -> whatsapp));
        if (existing.isEmpty()) {
            append(row, phone, whatsapp);
        } else {
            meet(existing.getAsInt(), row, phone, whatsapp);
        }
        return true;
    }

    private void meet(int existing, Map<String, String> row, Optional<String> phone, Optional<String> whatsapp) {
        switch (strategy) {
            case "skip" -> {}
            case "update", "merge" -> change(existing, row, phone, whatsapp);
            case "replace" -> {
                dropLabels(existing);
                change(existing, row, phone, whatsapp);
            }
            default -> {
                append(row, phone, whatsapp);
                label(DefaultWorld.DUPLICATE, call.world().contacts().size() - 1);
            }
        }
    }

    private OptionalInt existing(Optional<String> number) {
        return number.map(call.world()::holders).orElseGet(BitSet::new).stream().findFirst();
    }

    private void append(Map<String, String> row, Optional<String> phone, Optional<String> whatsapp) {
        int position = call.world().contacts().size();
        var id = Ids.uuid("contact", position);
        call.record()
                .accept(new Event.ContactAdded(new ContactRow(
                        id,
                        name(row, ""),
                        phone,
                        whatsapp,
                        fields(row),
                        call.world().clock())));
        labels(row).forEach(name -> label(name, position));
    }

    private void change(int position, Map<String, String> row, Optional<String> phone, Optional<String> whatsapp) {
        var old = call.world().contact(position);
        var fields = new TreeMap<>(old.fields());
        fields.putAll(fields(row));
        call.record()
                .accept(new Event.ContactChanged(new ContactRow(
                        old.id(),
                        name(row, old.name()),
                        phone.or(old::phone),
                        whatsapp.or(old::whatsapp),
                        fields,
                        old.created())));
        labels(row).forEach(name -> label(name, position));
    }

    private void dropLabels(int position) {
        for (var label : call.world().labels()) {
            if (call.world().has(position, label.id())) {
                call.record().accept(new Event.LabelDetached(label.id(), only(position)));
            }
        }
    }

    private void label(String name, int position) {
        var label = call.world().labelNamed(name).orElseGet(() -> newLabel(name));
        call.record().accept(new Event.LabelAttached(label.id(), only(position)));
    }

    private LabelRow newLabel(String name) {
        var label = CreateLabelEndpoint.label(name, "#19b9c3", "", call.world());
        call.record().accept(new Event.LabelCreated(label));
        return label;
    }

    private static Rows only(int position) {
        var one = new BitSet();
        one.set(position);
        return new Rows(one);
    }

    private Optional<String> number(Map<String, String> row, String column) {
        return PhoneNumbers.e164(row.getOrDefault(column, ""), callingCode);
    }

    private static String name(Map<String, String> row, String otherwise) {
        var name = row.getOrDefault("name", "");
        return name.isEmpty() ? otherwise : name;
    }

    private static List<String> labels(Map<String, String> row) {
        return Arrays.stream(row.getOrDefault("labels", "").split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static Map<String, String> fields(Map<String, String> row) {
        var fields = new TreeMap<>(row);
        fields.keySet().removeAll(OWN_COLUMNS);
        fields.values().removeIf(String::isEmpty);
        return fields;
    }
}
