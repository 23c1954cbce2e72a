package dev.muster.diagnostic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A result together with everything that was found on the way; the value is absent when it could not be made. */
public record Checked<T>(Optional<T> value, List<Diagnostic> diagnostics) {
    public Checked {
        diagnostics = diagnostics.stream().sorted().distinct().toList();
    }

    public static <T> Checked<T> of(T value, List<Diagnostic> diagnostics) {
        return new Checked<>(Optional.of(value), diagnostics);
    }

    public static <T> Checked<T> failed(List<Diagnostic> diagnostics) {
        return new Checked<>(Optional.empty(), diagnostics);
    }

    /** Whether a finding stops the work. */
    public boolean stops() {
        return value.isEmpty() || diagnostics.stream().anyMatch(Diagnostic::stops);
    }

    /** Goes on with the value, if there is one, and keeps all findings. */
    public <U> Checked<U> then(Function<? super T, Checked<U>> next) {
        var after = value.map(next);
        var all = new ArrayList<>(diagnostics);
        after.ifPresent(checked -> all.addAll(checked.diagnostics()));
        return new Checked<>(after.flatMap(Checked::value), all);
    }
}
