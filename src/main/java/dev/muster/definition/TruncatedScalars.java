package dev.muster.definition;

import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.MessageRule;
import dev.muster.diagnostic.Place;
import java.util.Optional;

/** Where YAML ends a text sooner than its author probably meant. */
final class TruncatedScalars {
    private TruncatedScalars() {}

    /** A text that YAML ended at a {@code #}; in a name or a label only where the sign stands at a word. */
    static Optional<Diagnostic> cut(Node.Scalar scalar, ValueType.Text form) {
        return scalar.plain()
                ? scalar.written().comment(form.multiLine()).map(place -> cut(place, scalar))
                : Optional.empty();
    }

    private static Diagnostic cut(Place place, Node.Scalar scalar) {
        return MessageRule.TEXT_CUT_BY_COMMENT.at(
                place,
                "YAML takes what follows for a comment: the text ends with " + Quoted.of(lastWord(scalar.text())));
    }

    private static String lastWord(String text) {
        return text.substring(text.lastIndexOf(' ') + 1);
    }
}
