package dev.muster.template;

import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.Place;
import dev.muster.diagnostic.TemplateRule;
import dev.muster.model.Phone;
import dev.muster.model.Template;
import dev.muster.model.TemplateContent;
import dev.muster.model.TemplateMessage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The templates that a message names, by language. A language without an entry has none that fits, and a finding says why.
 */
public record TemplateMatch(SortedMap<String, Template> templates, List<Diagnostic> diagnostics) {
    public TemplateMatch {
        templates = Collections.unmodifiableSortedMap(new TreeMap<>(templates));
        diagnostics = List.copyOf(diagnostics);
    }

    /**
     * Looks a message up among all templates that SeaX lists for its sender.
     *
     * @param places where a part of the campaign such as {@code message.body.name} was written
     */
    public static TemplateMatch of(
            TemplateMessage message, Phone sender, List<Template> listed, Function<String, Place> places) {
        var found = new TreeMap<String, Template>();
        var findings = new ArrayList<Diagnostic>();
        var finder = new TemplateFinder(message.template(), sender, listed, places.apply("message.template"));
        for (var language : message.language().languages()) {
            var checked = finder.find(language);
            findings.addAll(checked.diagnostics());
            checked.value().ifPresent(template -> found.put(language, template));
        }
        differences(message.template(), found)
                .ifPresent(
                        said -> findings.add(TemplateRule.LANGUAGES_DIFFER.at(places.apply("message.template"), said)));
        found.values().removeIf(template -> !fits(message, template, places, findings));
        return new TemplateMatch(found, findings.stream().distinct().toList());
    }

    private static boolean fits(
            TemplateMessage message, Template template, Function<String, Place> places, List<Diagnostic> findings) {
        var own = new SlotComparison(message, template, places).findings();
        findings.addAll(own);
        return own.isEmpty();
    }

    /** What tells the languages apart, if their slots do. */
    private static Optional<String> differences(String name, Map<String, Template> found) {
        var bySlots = found.entrySet().stream()
                .collect(Collectors.groupingBy(
                        entry -> shape(entry.getValue()),
                        TreeMap::new,
                        Collectors.mapping(Map.Entry::getKey, Collectors.joining(", "))));
        return bySlots.size() < 2
                ? Optional.empty()
                : Optional.of("`" + name + "` has other slots in some languages: "
                        + bySlots.entrySet().stream()
                                .map(shape -> shape.getValue() + " has " + shape.getKey())
                                .sorted()
                                .collect(Collectors.joining("; ")));
    }

    private static String shape(Template template) {
        var slots = template.content().stream()
                .flatMap(content -> TemplateLayout.slots(content, false).stream())
                .map(slot -> slot.equals(Slot.HEADER_MEDIA) ? mediaWords(template) : slot.words())
                .sorted()
                .collect(Collectors.joining(", "));
        return slots.isEmpty() ? "none" : slots;
    }

    private static String mediaWords(Template template) {
        return template.content()
                .flatMap(TemplateContent::header)
                .map(SlotWords::header)
                .orElse("");
    }
}
