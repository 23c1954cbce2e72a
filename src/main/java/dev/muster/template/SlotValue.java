package dev.muster.template;

import dev.muster.model.text.ValueText;
import dev.muster.model.text.ValueText.Field;
import dev.muster.model.text.ValueText.Literal;
import dev.muster.template.Filled.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the author wrote for one slot, which each person's fields complete. */
final class SlotValue {
    private final Slot slot;
    private final ValueText text;
    private final FieldFormat format;
    private final boolean isFixed;
    private final Filled fixed;

    SlotValue(Slot slot, ValueText text, FieldFormat format) {
        this.slot = slot;
        this.text = text;
        this.format = format;
        isFixed = text.fields().isEmpty();
        fixed = new Filled(slot, withoutFields(false), List.of(), List.of());
    }

    Slot slot() {
        return slot;
    }

    /** Whether it is the same for everybody. */
    boolean isFixed() {
        return isFixed;
    }

    /** What of it is the same for everybody. */
    Filled fixed() {
        return fixed;
    }

    /** The text with nothing in its fields, or with their fallbacks. */
    String withoutFields(boolean withFallbacks) {
        return text.pieces().stream()
                .map(piece -> piece instanceof Field field
                        ? field.fallback().filter(fallback -> withFallbacks).orElse("")
                        : ((Literal) piece).text())
                .collect(Collectors.joining());
    }

    /** What is written before, between and behind its fields: one text more than fields. */
    List<String> aroundFields() {
        var around = new ArrayList<>(List.of(""));
        for (var piece : text.pieces()) {
            if (piece instanceof Literal literal) {
                around.set(around.size() - 1, around.get(around.size() - 1) + literal.text());
            } else {
                around.add("");
            }
        }
        return around;
    }

    /** What fills the slot for somebody; what is wrong with it is added to the faults. */
    Filled fill(Function<String, Optional<String>> field, List<ValueFault> faults) {
        return isFixed ? fixed : new Filling(faults).fill(field);
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
                if (!fallbacks.contains(field.name())) {
                    fallbacks.add(field.name());
                }
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
