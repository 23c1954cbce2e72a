package dev.muster.check;

import dev.muster.definition.Block;
import dev.muster.definition.Documents;
import dev.muster.definition.Kind;
import dev.muster.definition.Quoted;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.Rule;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/**
 * The constraint annotations of the definition records, by Bean Validation: the same annotations that the published
 * schemas are made from, so editor and tool cannot disagree. Each part is validated on its own, so a block that lacks
 * something is judged all the same. Messages are constant and hold the rule id, see {@code Wording}.
 */
final class Constraints implements Check {
    /** Made once, in a thread of its own while the files are read: Bean Validation is the slowest part of a start. */
    private static final CompletableFuture<Validator> VALIDATOR =
            CompletableFuture.supplyAsync(Constraints::warmValidator);

    /** To load this class is to begin. */
    static void prepare() {}

    /** Without EL and without XML: nothing in a message can be executed, and no file of the class path changes a rule. */
    private static Validator warmValidator() {
        var validator = Validation.byDefaultProvider()
                .configure()
                .ignoreXmlConfiguration()
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory()
                .getValidator();
        Arrays.stream(Kind.values()).map(Kind::type).forEach(validator::getConstraintsForClass);
        return validator;
    }

    @Override
    public List<Diagnostic> check(Documents documents) {
        return documents
                .all()
                .flatMap(document -> document.blocks().stream())
                .flatMap(this::violations)
                .toList();
    }

    private <T extends Record> Stream<Diagnostic> violations(Block<T> block) {
        // What is not written is nobody's mistake; Bean Validation would call it blank.
        var ready = VALIDATOR.join();
        return block.parts().entrySet().stream()
                .filter(part -> !Optional.empty().equals(part.getValue()))
                .flatMap(part -> ready.validateValue(block.type(), part.getKey(), part.getValue()).stream())
                .map(violation -> diagnostic(block, violation));
    }

    private static Diagnostic diagnostic(Block<?> block, ConstraintViolation<?> violation) {
        var id = violation.getMessage().substring(0, violation.getMessage().indexOf(": "));
        var sentence = violation.getMessage().substring(id.length() + 2).split(" \\| ", 2);
        var place = block.at(key(block, violation.getPropertyPath()));
        return Rule.of(id).orElseThrow().at(place, sentence[0] + facts(violation), sentence[1]);
    }

    /** The key in YAML with the item in it, from a path such as {@code any[1].<list element>}. */
    private static String key(Block<?> block, Path path) {
        var key = new StringBuilder();
        for (var node : path) {
            if (node.getKind() == ElementKind.PROPERTY) {
                key.append(block.key(node.getName()));
            } else if (node.getIndex() != null || node.getKey() != null) {
                key.append('.').append(node.getIndex() != null ? node.getIndex() : node.getKey());
            }
        }
        return key.toString();
    }

    private static String facts(ConstraintViolation<?> violation) {
        if (!(violation.getInvalidValue() instanceof CharSequence value)) {
            return violation.getInvalidValue() instanceof Number number ? ": `" + number + "`" : "";
        }
        var text = value.toString();
        if (violation.getConstraintDescriptor().getAnnotation() instanceof Size) {
            return size(text.codePointCount(0, text.length()), text.length());
        }
        return text.isBlank() ? "" : ": " + Quoted.of(text);
    }

    /** The larger count is the one that matters: SeaX does not say how it counts. */
    private static String size(int characters, int units) {
        return characters == units
                ? String.format(Locale.ROOT, "; this has %,d", characters)
                : String.format(Locale.ROOT, "; this has %,d, which count as %,d (in UTF-16)", characters, units);
    }
}
