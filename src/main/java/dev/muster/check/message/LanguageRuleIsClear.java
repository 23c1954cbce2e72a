package dev.muster.check.message;

import dev.muster.definition.Block;
import dev.muster.definition.Documents;
import dev.muster.definition.MessageDefinition.Language;
import dev.muster.definition.Quoted;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.MessageRule;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** People would get a language that nobody meant for them: by two rules at once, by none, or by a value that says two. */
public final class LanguageRuleIsClear {
    private LanguageRuleIsClear() {}

    public static List<Diagnostic> check(Documents documents) {
        return documents
                .blocks(Language.class)
                .filter(rule -> Stream.of("field", "map", "labels").allMatch(rule::isBound))
                .flatMap(LanguageRuleIsClear::findings)
                .toList();
    }

    private static Stream<Diagnostic> findings(Block<Language> rule) {
        boolean byField = rule.part("field", String.class).isPresent();
        boolean hasMap = !values(rule, "map").isEmpty();
        boolean byLabels = !values(rule, "labels").isEmpty();
        if (byLabels && (byField || hasMap)) {
            return Stream.of(MessageRule.TEMPLATE_LANGUAGE_RULE.at(
                    rule.at("labels"), "`labels` and `" + (byField ? "field" : "map") + "` both choose the language"));
        } else if (!byLabels && !byField) {
            return Stream.of(MessageRule.TEMPLATE_LANGUAGE_RULE.at(
                    rule.place(),
                    hasMap ? "`map` does not say of which field these are values" : "nothing chooses the language"));
        } else if (byField && !hasMap) {
            return Stream.of(MessageRule.TEMPLATE_LANGUAGE_RULE.at(
                    rule.at("field"), "`field` has no `map` that gives a language for its values"));
        }
        return repeated(rule, values(rule, "map"));
    }

    /** Values of a field are compared without case. */
    private static Stream<Diagnostic> repeated(Block<Language> rule, List<String> values) {
        var folded = values.stream()
                .map(value -> value.strip().toLowerCase(Locale.ROOT))
                .toList();
        return IntStream.range(0, values.size())
                .filter(i -> folded.indexOf(folded.get(i)) < i)
                .mapToObj(i -> MessageRule.TEMPLATE_LANGUAGE_RULE.at(
                        rule.at("map." + values.get(i)),
                        "`map` has " + Quoted.of(values.get(folded.indexOf(folded.get(i)))) + " and "
                                + Quoted.of(values.get(i)) + ", which are the same value",
                        "keep one of the two: values of a field are compared without case"));
    }

    private static List<String> values(Block<Language> rule, String component) {
        Map<?, ?> map = rule.part(component, Map.class).orElse(Map.of());
        return map.keySet().stream().map(String::valueOf).toList();
    }
}
