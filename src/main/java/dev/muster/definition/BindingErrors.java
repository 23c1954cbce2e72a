package dev.muster.definition;

import dev.muster.diagnostic.Characters;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.KeyRule;
import dev.muster.diagnostic.MessageRule;
import dev.muster.diagnostic.Place;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the binder finds, in words: what is wrong with a key or a value, and what to write instead. */
final class BindingErrors {
    private static final Pattern INDEX = Pattern.compile("[0-9]{1,6}");
    private static final Pattern BUTTON = Pattern.compile("\\.buttons\\.[0-9]+$");

    private BindingErrors() {}

    /** A required key that is not written. */
    static Diagnostic missing(RecordSchema.Part part, String path, Place block) {
        return KeyRule.MISSING.at(
                block,
                named(path) + " needs the key `" + part.key() + "`",
                "add for example `" + part.key() + ": " + part.example() + "`");
    }

    /** Keys of which one is required, and none is written. */
    static Diagnostic missing(List<String> keys, List<RecordSchema.Part> parts, String path, Place block) {
        var first = parts.stream()
                .filter(part -> part.key().equals(keys.get(0)))
                .findFirst()
                .orElseThrow();
        return KeyRule.MISSING.at(
                block,
                named(path) + " needs the key "
                        + keys.stream().map(key -> "`" + key + "`").collect(Collectors.joining(" or ")),
                "add for example `" + first.key() + ": " + first.example() + "`");
    }

    /** A value of a template whose fields cannot be read. */
    static Diagnostic unreadable(Node.Scalar scalar, String path, String wrong) {
        return MessageRule.VALUE_MALFORMED.at(
                scalar.place(), named(path) + ": " + Characters.visible(Secrets.masked(wrong)));
    }

    /** A name that the user chose, of another form than it must have. */
    static Diagnostic name(Node.Scalar key, ValueType.Literal form, String path) {
        return KeyRule.VALUE_TYPE.at(
                key.place(),
                "a key of " + named(path) + " must be " + form.noun() + ", not " + Quoted.of(key.text()),
                "write digits only, such as 1");
    }

    /** A key that the block does not have, or that this version refuses. */
    static Diagnostic key(Node.Scalar key, RecordSchema<?> shape, String path) {
        var refused = shape.refused().get(key.text());
        if (refused != null) {
            return KeyRule.NOT_AVAILABLE.at(key.place(), Quoted.of(key.text()) + " is refused: " + refused);
        }
        var known = shape.parts().stream().map(RecordSchema.Part::key).toList();
        return KeyRule.UNKNOWN.at(
                key.place(),
                named(path) + " has no key " + Quoted.of(key.text()),
                Suggestions.to(key.text(), known)
                        .map(word -> "did you mean `" + word + "`?")
                        .orElse("known keys: " + String.join(", ", known)));
    }

    /** A scalar that is none of the values it can be. */
    static Diagnostic value(Node.Scalar scalar, ValueType.Literal form, String path) {
        return KeyRule.VALUE_TYPE.at(
                scalar.place(),
                named(path) + " must be " + form.noun() + ", not " + Quoted.of(scalar.text()),
                form.guess().meant(scalar.text()).orElse(form.hint()));
    }

    /** A node of another form, such as text where a list is expected. */
    static Diagnostic form(Node node, ValueType form, String path) {
        return KeyRule.VALUE_TYPE.at(
                node.place(), named(path) + " must be " + form.noun() + ", not " + shown(node), fix(node, form));
    }

    private static String fix(Node node, ValueType form) {
        boolean isText = form instanceof ValueType.Text || form instanceof ValueType.Filled;
        boolean single = isText || form instanceof ValueType.Literal;
        if (!(node instanceof Node.Scalar scalar)) {
            return single || form instanceof ValueType.Reference
                    ? "write one value, without brackets, hyphens or keys"
                    : form.hint();
        }
        var value = Characters.visible(Secrets.masked(scalar.text()));
        if (scalar.noun().equals("nothing")) {
            return "write a value, or remove the key";
        } else if (form instanceof ValueType.Items) {
            return "write a list: [" + value + "]";
        } else if (isText) {
            return "put it in quotes: \"" + value + "\"";
        }
        return single ? "write it without quotes" : form.hint();
    }

    private static String shown(Node node) {
        var what = node.noun();
        return node instanceof Node.Scalar scalar && !scalar.text().isBlank()
                ? what + " (" + Quoted.of(scalar.text()) + ")"
                : what;
    }

    /** The last key of a path; for an item of a list its number, as people count, and for a button its place. */
    static String named(String path) {
        int dot = path.lastIndexOf('.');
        var last = path.substring(dot + 1);
        if (BUTTON.matcher(path).find()) {
            return "button " + last;
        }
        return INDEX.matcher(last).matches()
                ? "item " + (Integer.parseInt(last) + 1) + " of " + named(path.substring(0, dot))
                : Quoted.of(last);
    }
}
