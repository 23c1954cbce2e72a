package dev.muster.definition;

import dev.muster.model.text.ValueText;
import java.util.Optional;

/** Binds single values: text, words, numbers, and what fills a template. What is wrong with one becomes a finding. */
record ScalarBinder(FirstFindings findings) {
    private static final ValueType.Text LINE = new ValueType.Text(false);

    Optional<Object> text(Node.Scalar scalar, ValueType.Text form, String path) {
        var kind = form.multiLine() ? AuthoredText.Kind.MESSAGE : AuthoredText.Kind.LINE;
        return whole(scalar, form, kind, path).map(text -> form.multiLine() ? withoutEnd(text) : text);
    }

    Optional<Object> line(Node.Scalar scalar, String path) {
        return text(scalar, LINE, path);
    }

    /** What fills a slot of a template: whole text, and fields that can be read. */
    Optional<Object> value(Node.Scalar scalar, String path) {
        return whole(scalar, LINE, AuthoredText.Kind.VALUE, path).flatMap(text -> {
            try {
                return Optional.of(ValueText.parse(text));
            } catch (IllegalArgumentException e) {
                findings.add(BindingErrors.unreadable(scalar, path, String.valueOf(e.getMessage())));
                return Optional.empty();
            }
        });
    }

    private Optional<String> whole(Node.Scalar scalar, ValueType.Text form, AuthoredText.Kind kind, String path) {
        if (scalar.plain() && !scalar.noun().equals("text")) {
            return mistyped(scalar, form, path).map(String.class::cast);
        }
        var authored = new AuthoredText(
                kind,
                () -> BindingErrors.named(path),
                scalar.text(),
                signs -> scalar.written().at(signs).orElse(scalar.place()));
        authored.findings().forEach(findings::add);
        if (!authored.isWhole()) {
            return Optional.empty();
        }
        TruncatedScalars.cut(scalar, form).ifPresent(findings::add);
        return Optional.of(scalar.text());
    }

    /** A block of text ends with a line break that nobody means to send. */
    private static String withoutEnd(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '\n') {
            end--;
        }
        return text.substring(0, end);
    }

    Optional<Object> literal(Node.Scalar scalar, ValueType.Literal form, String path) {
        boolean isText = form.wire() == ValueType.Wire.TEXT || form.wire() == ValueType.Wire.ONE_OF_WORDS;
        if (!isText && !scalar.plain()) {
            return mistyped(scalar, form, path);
        }
        try {
            return Optional.of(form.parse(scalar.text()));
        } catch (RuntimeException e) {
            // The parsers speak to programmers; the form's own hint speaks to the author.
        }
        findings.add(BindingErrors.value(scalar, form, path));
        return Optional.empty();
    }

    /** A name that the user chooses; a number among names may stand in quotes. */
    Optional<Object> key(Node.Scalar key, ValueType form, String path) {
        if (!(form instanceof ValueType.Literal literal)) {
            return line(key, path);
        }
        try {
            return Optional.of(literal.parse(key.text()));
        } catch (RuntimeException e) {
            // The parsers speak to programmers; the form's own hint speaks to the author.
        }
        findings.add(BindingErrors.name(key, literal, path));
        return Optional.empty();
    }

    Optional<Object> mistyped(Node node, ValueType form, String path) {
        findings.add(BindingErrors.form(node, form, path));
        return Optional.empty();
    }
}
