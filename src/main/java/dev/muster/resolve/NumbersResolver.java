package dev.muster.resolve;

import dev.muster.audience.ContactIndex;
import dev.muster.audience.Funnel;
import dev.muster.audience.PersonValues;
import dev.muster.audience.ReachedPeople;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.Place;
import dev.muster.diagnostic.Places;
import dev.muster.model.Audience;
import dev.muster.model.Campaign;
import dev.muster.model.KeyedHash;
import dev.muster.model.LabelId;
import dev.muster.model.Template;
import dev.muster.model.TemplateMessage;
import dev.muster.model.text.HostName;
import dev.muster.model.text.TemplateText;
import dev.muster.model.text.ValueText;
import dev.muster.part.PartMember;
import dev.muster.template.Rendered;
import dev.muster.template.RenderingTally;
import dev.muster.template.TemplateMatch;
import dev.muster.template.TemplateRenderer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A campaign by numbers, looked up: its templates, everybody's number, language and values. Whoever shares a number with
 * somebody who carries an excluded label is left out, and so is whom an earlier part of it has.
 */
final class NumbersResolver {
    /** What stands around the values of a person in a request, in bytes, about. */
    private static final int AROUND = 60;

    private final Campaign campaign;
    private final TemplateMessage message;
    private final Audience<LabelId> audience;
    private final LabelIndex labels;
    private final ContactIndex contacts;
    private final PersonValues values;
    private final Predicate<HostName> isRefused;
    private final Places places;
    private final List<Diagnostic> findings = new ArrayList<>();

    NumbersResolver(
            Campaign campaign,
            Audience<LabelId> audience,
            LabelIndex labels,
            ContactIndex contacts,
            PersonValues values,
            Predicate<HostName> isRefused,
            Places places) {
        this.campaign = campaign;
        this.message = campaign.message().byNumbers().orElseThrow();
        this.audience = audience;
        this.labels = labels;
        this.contacts = contacts;
        this.values = values;
        this.isRefused = isRefused;
        this.places = places;
    }

    /** Whom it reaches; {@code numbered} is absent where its template cannot be used. */
    record Found(Funnel funnel, Optional<NumberedAudience> numbered, List<Diagnostic> findings) {}

    Found resolve(MessageContext.Listed listed, List<RecordedSend> parts, KeyedHash hash) {
        var funnel = Funnel.byNumbers(audience, labels::name, contacts, aboutPeople(), reached(parts, hash));
        var match = match(listed);
        findings.addAll(match.diagnostics());
        var language = LanguageChoice.of(message.language(), labels, values, places.of(campaign.key() + ".message"));
        findings.addAll(language.diagnostics());
        if (!isWhole(match) || language.value().isEmpty()) {
            return new Found(funnel, Optional.empty(), findings);
        }
        return filled(funnel, match.templates(), language.value().get(), chunks(parts), hash);
    }

    private TemplateMatch match(MessageContext.Listed listed) {
        return TemplateMatch.of(message, listed.sender(), listed.templates(), this::place);
    }

    /** Whether everybody's language has its template. */
    private boolean isWhole(TemplateMatch match) {
        return match.diagnostics().stream().noneMatch(Diagnostic::stops)
                && match.templates().keySet().containsAll(message.language().languages());
    }

    private Place place(String part) {
        return places.of(campaign.key() + "." + part);
    }

    private List<LabelId> aboutPeople() {
        return audience.exclude().stream().filter(labels::isAboutPeople).toList();
    }

    private Optional<ReachedPeople> reached(List<RecordedSend> parts, KeyedHash hash) {
        var lists = parts.stream().flatMap(part -> part.people().stream()).toList();
        if (lists.isEmpty()) {
            return Optional.empty();
        }
        var reached = new ReachedPeople(contacts, hash);
        lists.stream().filter(list -> list.isMadeWith(hash)).forEach(reached::add);
        if (!lists.stream().allMatch(list -> list.isMadeWith(hash))) {
            findings.add(PartFindings.otherKey(campaign, places));
        }
        return Optional.of(reached);
    }

    /** What the first part recorded; a later one may know of one more language. */
    private static SortedMap<String, Integer> chunks(List<RecordedSend> parts) {
        var chunks = new TreeMap<String, Integer>();
        parts.stream()
                .sorted(Comparator.comparing(RecordedSend::identity))
                .forEach(part -> part.chunks().forEach(chunks::putIfAbsent));
        return chunks;
    }

    private Found filled(
            Funnel funnel,
            Map<String, Template> templates,
            LanguageChoice language,
            SortedMap<String, Integer> chunks,
            KeyedHash hash) {
        var tally = new RenderingTally(isRefused);
        var renderers = new HashMap<String, TemplateRenderer>();
        templates.forEach((code, template) -> renderers.put(code, new TemplateRenderer(message, template)));
        var members = new ArrayList<PartMember>();
        var without = new ArrayList<Integer>();
        var roster = funnel.roster();
        roster.rows().forEach(row -> {
            var code = language.of(contacts, row);
            var rendered = Objects.requireNonNull(renderers.get(code)).render(field -> values.value(row, field));
            if (!message.leavesOut() || !rendered.isMissingValue()) {
                tally.add(hash.of(roster.number(row)), rendered);
            }
            if (!rendered.isSendable()) {
                without.add(row);
            } else {
                members.add(new PartMember(row, roster.number(row), code, bytes(rendered)));
            }
        });
        findings.addAll(tally.findings(message.leavesOut(), campaign.acknowledged(), this::place));
        members.sort(Comparator.comparing(PartMember::number));
        var reached = without.isEmpty() ? funnel : funnel.without(without, Funnel.Kind.WITHOUT_VALUE);
        return new Found(
                reached,
                Optional.of(new NumberedAudience(
                        new TreeMap<>(templates),
                        members,
                        values,
                        text(templates),
                        tally,
                        hosts(renderers.values()),
                        aboutPeople(),
                        chunks)),
                findings);
    }

    private static int bytes(Rendered rendered) {
        return AROUND + rendered.components().toString().getBytes(StandardCharsets.UTF_8).length;
    }

    private static Set<HostName> hosts(Collection<TemplateRenderer> renderers) {
        return renderers.stream()
                .flatMap(renderer -> renderer.hosts().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private String text(Map<String, Template> templates) {
        return templates.values().stream().findFirst().map(this::written).orElse("");
    }

    private String written(Template template) {
        var parsed = TemplateText.parse(template.content().orElseThrow().body());
        var text = new StringBuilder(parsed.texts().get(0));
        for (int slot = 0; slot < parsed.slots().size(); slot++) {
            text.append(value(parsed.slots().get(slot))).append(parsed.texts().get(slot + 1));
        }
        return text.toString();
    }

    private String value(String name) {
        if (message.body() instanceof TemplateMessage.Body.Named named) {
            return Optional.ofNullable(named.slots().get(name))
                    .map(ValueText::written)
                    .orElse(name);
        }
        int place = name.matches("[0-9]{1,3}") ? Integer.parseInt(name) : 0;
        var values = message.body().values();
        return place >= 1 && place <= values.size() ? values.get(place - 1).written() : name;
    }
}
