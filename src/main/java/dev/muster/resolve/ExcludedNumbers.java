package dev.muster.resolve;

import dev.muster.audience.NumberSet;
import dev.muster.model.Contact;
import dev.muster.model.LabelId;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The numbers, WhatsApp's and telephones, of whoever carries one of some labels at this moment. */
public final class ExcludedNumbers {
    private ExcludedNumbers() {}

    /** Reads them; each number is found in whatever spelling it is asked for. */
    public static Predicate<String> carrying(Workspace workspace, List<LabelId> labels) {
        var numbers = new NumberSet();
        if (workspace.capabilities().filters()) {
            labels.forEach(label -> workspace.carriers(List.of(label), contact -> add(contact, numbers)));
        } else {
            var wanted = new HashSet<>(labels);
            workspace.contacts(contact -> {
                if (contact.labels().stream().anyMatch(wanted::contains)) {
                    add(contact, numbers);
                }
            });
        }
        return numbers::contains;
    }

    private static void add(Contact contact, NumberSet numbers) {
        Stream.of(contact.whatsapp(), contact.phone())
                .flatMap(written -> written.stream())
                .distinct()
                .forEach(numbers::add);
    }
}
