package dev.muster.definition;

import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.Place;
import dev.muster.diagnostic.Severity;
import dev.muster.model.TextSlip;
import java.util.Optional;
import java.util.stream.Stream;

/** What a text says otherwise than its author probably meant: warnings at the exact place. */
final class Slips {
    private Slips() {}

    /** A text that YAML ended at a {@code #}; in a name or a label only where the sign stands at a word. */
    static Optional<Diagnostic> cut(Node.Scalar scalar, Form.Text form) {
        return scalar.plain()
                ? scalar.written().comment(form.multiLine()).map(place -> cut(place, scalar))
                : Optional.empty();
    }

    private static Diagnostic cut(Place place, Node.Scalar scalar) {
        return warning(
                "text/cut-by-comment",
                place,
                "YAML takes what follows for a comment: the text ends with " + Quoted.of(lastWord(scalar.text())),
                "put the whole text into double quotes; write a comment on a line of its own");
    }

    private static String lastWord(String text) {
        return text.substring(text.lastIndexOf(' ') + 1);
    }

    /** What people would read as it stands in a message. */
    static Stream<Diagnostic> of(Node.Scalar scalar) {
        return TextSlip.in(scalar.text()).stream()
                .map(slip -> of(slip, scalar.written().at(slip.signs()).orElse(scalar.place())));
    }

    private static Diagnostic of(TextSlip slip, Place place) {
        return warning(
                "message/" + slip.rule().id(),
                place,
                slip.said(Quoted.of(slip.signs())),
                slip.rule().help());
    }

    private static Diagnostic warning(String rule, Place place, String message, String help) {
        return Diagnostic.of(Severity.WARNING, rule, place, message, help);
    }
}
