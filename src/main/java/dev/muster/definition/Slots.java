package dev.muster.definition;

import dev.muster.model.text.ValueText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What fills the body of a template: by the names of its slots, or in their order where the template counts them. */
public sealed interface Slots {
    /** {@code body: {name: "{first_name|there}", discount: "20"}}. */
    record Named(Map<String, ValueText> values) implements Slots {
        public Named {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }

    /** {@code body: ["{first_name|there}", "20"]}. */
    record Counted(List<ValueText> values) implements Slots {
        public Counted {
            values = List.copyOf(values);
        }
    }
}
