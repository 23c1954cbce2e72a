package dev.muster.resolve;

import dev.muster.audience.ContactIndex;
import dev.muster.audience.PersonValues;
import dev.muster.diagnostic.Checked;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.Place;
import dev.muster.model.LabelId;
import dev.muster.model.TemplateMessage.LanguageRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which language each contact gets. */
interface LanguageChoice {
    String of(ContactIndex contacts, int row);

    /** The choice by this rule; labels that are not found leave findings. */
    static Checked<LanguageChoice> of(LanguageRule rule, LabelIndex labels, PersonValues values, Place place) {
        if (rule instanceof LanguageRule.ByField byField) {
            return Checked.of((contacts, row) -> ofField(byField, values, row), List.of());
        }
        return rule instanceof LanguageRule.ByLabel byLabel
                ? ofLabels(byLabel, labels, place)
                : Checked.of((contacts, row) -> ((LanguageRule.Fixed) rule).language(), List.of());
    }

    private static String ofField(LanguageRule.ByField rule, PersonValues values, int row) {
        var value = values.value(row, rule.field()).map(String::strip);
        return value.flatMap(written -> rule.map().entrySet().stream()
                        .filter(entry -> entry.getKey().equalsIgnoreCase(written))
                        .map(Map.Entry::getValue)
                        .findFirst())
                .orElse(rule.otherwise());
    }

    private static Checked<LanguageChoice> ofLabels(LanguageRule.ByLabel rule, LabelIndex labels, Place place) {
        var languages = new LinkedHashMap<LabelId, String>();
        var findings = new ArrayList<Diagnostic>();
        rule.map().forEach((name, language) -> {
            var found = labels.id(name, place);
            findings.addAll(found.diagnostics());
            found.value().ifPresent(id -> languages.put(id, language));
        });
        return findings.stream().anyMatch(Diagnostic::stops)
                ? Checked.failed(findings)
                : Checked.of(
                        (contacts, row) -> languages.entrySet().stream()
                                .filter(entry -> contacts.carries(row, entry.getKey()))
                                .map(Map.Entry::getValue)
                                .findFirst()
                                .orElse(rule.otherwise()),
                        findings);
    }
}
