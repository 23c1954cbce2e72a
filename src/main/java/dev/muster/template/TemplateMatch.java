package dev.muster.template;

import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.Place;
import dev.muster.model.Phone;
import dev.muster.model.Template;
import dev.muster.model.TemplateMessage;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

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
        return new TemplateMatch(new TreeMap<>(Map.of()), List.of());
    }
}
