package dev.muster.diagnostic;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One finding: its rule, how much it matters, where, what is wrong with the value quoted, and what to do. {@code acknowledged}
 * holds the written reason when a danger was accepted.
 */
public record Diagnostic(
        Rule rule, Severity severity, Place place, String message, Optional<String> help, Optional<String> acknowledged)
        implements Comparable<Diagnostic> {
    private static final Comparator<Diagnostic> ORDER = Comparator.comparing(Diagnostic::place)
            .thenComparing(Diagnostic::id)
            .thenComparing(Diagnostic::message);

    public String id() {
        return rule.id();
    }

    /** The same finding, accepted in writing. Only a danger can be accepted. */
    public Diagnostic acknowledge(String reason) {
        if (severity != Severity.DANGER) {
            throw new IllegalArgumentException("only a danger can be acknowledged, not " + id());
        }
        return new Diagnostic(rule, severity, place, message, help, Optional.of(reason));
    }

    /** The same finding, accepted where these reasons, by rule id, have one for it. */
    public Diagnostic acceptedBy(Map<String, String> reasons) {
        return Optional.ofNullable(reasons.get(id())).map(this::acknowledge).orElse(this);
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
