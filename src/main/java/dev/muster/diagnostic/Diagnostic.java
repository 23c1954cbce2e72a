package dev.muster.diagnostic;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One finding: a stable rule id such as {@code audience/no-selector}, how much it matters, where, what is wrong with the
 * value quoted, and what to do. {@code acknowledged} holds the written reason when a danger was accepted.
 */
public record Diagnostic(
        String rule,
        Severity severity,
        Place place,
        String message,
        Optional<String> help,
        Optional<String> acknowledged)
        implements Comparable<Diagnostic> {
    private static final Comparator<Diagnostic> ORDER = Comparator.comparing(Diagnostic::place)
            .thenComparing(Diagnostic::rule)
            .thenComparing(Diagnostic::message);

    public static Diagnostic of(Severity severity, String rule, Place place, String message, String help) {
        return new Diagnostic(rule, severity, place, message, Optional.of(help), Optional.empty());
    }

    public static Diagnostic error(String rule, Place place, String message, String help) {
        return of(Severity.ERROR, rule, place, message, help);
    }

    /** The same finding, accepted in writing. Only a danger can be accepted. */
    public Diagnostic acknowledge(String reason) {
        if (severity != Severity.DANGER) {
            throw new IllegalArgumentException("only a danger can be acknowledged, not " + rule);
        }
        return new Diagnostic(rule, severity, place, message, help, Optional.of(reason));
    }

    /** The same finding with its file under another name; one that is in no file stays there. */
    public Diagnostic in(UnaryOperator<String> name) {
        return place.file().isEmpty()
                ? this
                : new Diagnostic(
                        rule,
                        severity,
                        new Place(name.apply(place.file()), place.line(), place.column(), place.source()),
                        message,
                        help,
                        acknowledged);
    }

    /** Whether this finding stops what it is about: an error, or a danger that nobody accepted. */
    public boolean stops() {
        return severity == Severity.ERROR || (severity == Severity.DANGER && acknowledged.isEmpty());
    }

    @Override
    public int compareTo(Diagnostic other) {
        return ORDER.compare(this, other);
    }
}
