package dev.muster.template;

import dev.muster.model.text.ValueText;
import dev.muster.model.text.ValueText.Field;
import dev.muster.model.text.ValueText.Literal;
import dev.muster.template.Filled.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the author wrote for one slot, which each person's fields complete. */
final class SlotValue {
    private final Slot slot;
    private final ValueText text;
    private final FieldFormat format;
    private final @Nullable Filled same;

    SlotValue(Slot slot, ValueText text, FieldFormat format) {
        this.slot = slot;
        this.text = text;
        this.format = format;
        this.same = text.fields().isEmpty() ? new Filling(List.of()).fill(field -> Optional.empty()) : null;
    }

    /** What fills the slot for somebody; what is wrong with it is added to the faults. */
    Filled fill(Function<String, Optional<String>> field, List<ValueFault> faults) {
        return same == null ? new Filling(faults).fill(field) : same;
    }

    /** The slot of one person. */
    private final class Filling {
        private final StringBuilder filled = new StringBuilder();
        private final List<Span> personal = new ArrayList<>(1);
        private final List<String> fallbacks = new ArrayList<>(0);
        private final List<ValueFault> faults;

        Filling(List<ValueFault> faults) {
            this.faults = faults;
        }

        Filled fill(Function<String, Optional<String>> fields) {
            for (var piece : text.pieces()) {
                if (piece instanceof Literal literal) {
                    filled.append(literal.text());
                } else if (piece instanceof Field field) {
                    fill(field, fields.apply(field.name()).filter(value -> !Blanks.isBlank(value)));
                }
            }
            return new Filled(slot, filled.toString(), personal, fallbacks);
        }

        private void fill(Field field, Optional<String> value) {
            if (value.isPresent()) {
                int from = filled.length();
                filled.append(written(field, value.get()));
                personal.add(new Span(from, filled.length()));
            } else if (field.fallback().isPresent()) {
                filled.append(field.fallback().get());
                fallbacks.add(field.name());
            } else {
                fault(ValueFault.Kind.MISSING);
            }
        }

        private String written(Field field, String value) {
            return switch (field.format()) {
                case TEXT -> value;
                case DATE -> formatted(value, format.date(value), ValueFault.Kind.BAD_DATE);
                case NUMBER -> formatted(value, format.number(value), ValueFault.Kind.BAD_NUMBER);
            };
        }

        private String formatted(String value, Optional<String> formatted, ValueFault.Kind otherwise) {
            if (formatted.isEmpty()) {
                fault(otherwise);
            }
            return formatted.orElse(value);
        }

        private void fault(ValueFault.Kind kind) {
            var fault = new ValueFault(kind, slot);
            if (!faults.contains(fault)) {
                faults.add(fault);
            }
        }
    }
}
