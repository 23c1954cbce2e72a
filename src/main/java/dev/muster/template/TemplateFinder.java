package dev.muster.template;

import dev.muster.diagnostic.Checked;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.Place;
import dev.muster.diagnostic.Rule;
import dev.muster.diagnostic.TemplateRule;
import dev.muster.model.Phone;
import dev.muster.model.Template;
import dev.muster.model.TemplateContent;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the one template of a name in a language that can be sent now, among those of a sender. */
final class TemplateFinder {
    /** SeaX lists no more templates than this, so a full list proves nothing (product wiki, 2025-06-01). */
    private static final int MOST_LISTED = 200;

    private static final int MOST_SHOWN = 5;
    private static final Set<String> CATEGORIES = Set.of("MARKETING", "UTILITY");

    private final String name;
    private final Phone sender;
    private final List<Template> listed;
    private final Place place;

    TemplateFinder(String name, Phone sender, List<Template> listed, Place place) {
        this.name = name;
        this.sender = sender;
        this.listed = listed;
        this.place = place;
    }

    /** The template, with a warning at most; or none, and why. */
    Checked<Template> find(String language) {
        var named =
                listed.stream().filter(template -> template.name().equals(name)).toList();
        var found = named.stream()
                .filter(template -> template.language().equals(language))
                .toList();
        if (named.isEmpty()) {
            return none(TemplateRule.UNKNOWN, unknown(), nearest());
        } else if (found.isEmpty()) {
            return none(TemplateRule.OTHER_LANGUAGE, other(language, named), TemplateRule.OTHER_LANGUAGE.mend());
        }
        return approved(found);
    }

    private Checked<Template> approved(List<Template> found) {
        var approved = found.stream().filter(Template::isApproved).toList();
        if (approved.size() > 1) {
            return none(
                    TemplateRule.TWICE,
                    "SeaX lists " + approved.size() + " approved templates " + words(approved.get(0)),
                    TemplateRule.TWICE.mend());
        }
        var one = approved.isEmpty() ? found.get(0) : approved.get(0);
        return hindrance(one)
                .map(why -> hindered(one, why))
                .orElseGet(() -> new Checked<>(Optional.of(one), warnings(one)));
    }

    private Checked<Template> hindered(Template template, String why) {
        var rule = rule(template);
        var help = template.isApproved() ? rule.mend() : wait(template.status());
        return none(rule, words(template) + " " + why, help);
    }

    private static Rule rule(Template template) {
        if (!template.isApproved()) {
            return TemplateRule.NOT_APPROVED;
        }
        return CATEGORIES.contains(template.category()) ? TemplateRule.UNUSABLE : TemplateRule.CATEGORY;
    }

    /** Why a template cannot be sent, as the end of a sentence that begins with it; nothing where it can. */
    static Optional<String> hindrance(Template template) {
        if (!template.isApproved()) {
            return Optional.of("is " + status(template) + "; only an APPROVED one is sent");
        } else if (!CATEGORIES.contains(template.category())) {
            var category = template.category().isEmpty() ? "unknown" : template.category();
            return Optional.of("is of the category " + category + "; a campaign sends MARKETING or UTILITY");
        }
        return unusable(template).map(why -> "cannot be filled in: " + why);
    }

    /** Why nobody can tell what fills a template; nothing where somebody can. */
    static Optional<String> unusable(Template template) {
        return template.content()
                .map(TemplateContent::unusable)
                .orElse(Optional.of("SeaX does not list its parts, so its slots are not known"));
    }

    private List<Diagnostic> warnings(Template template) {
        boolean hasReply = template.content().stream()
                .flatMap(content -> content.buttons().stream())
                .anyMatch(button -> button.kind() == TemplateContent.Kind.QUICK_REPLY);
        return hasReply || !template.category().equals("MARKETING")
                ? List.of()
                : List.of(TemplateRule.NO_STOP_BUTTON.at(
                        place, words(template) + " has no quick reply, so nobody can opt out with a tap"));
    }

    private Checked<Template> none(Rule rule, String message, String help) {
        return new Checked<>(Optional.empty(), List.of(rule.at(place, message, help)));
    }

    private static String words(Template template) {
        return "`" + template.name() + "` in " + template.language();
    }

    private static String status(Template template) {
        return template.status().isEmpty() ? "without a status" : template.status();
    }

    /** Meta lifts a pause by itself, and disables a template that would be paused a third time. */
    private static String wait(String status) {
        return switch (status) {
            case "PAUSED" -> "wait: WhatsApp ends a first pause after 3 hours and a second after 6; then plan again";
            case "PENDING", "IN_APPEAL" -> "wait until WhatsApp has decided, or name another template";
            case "REJECTED" -> "change the template in SeaX and submit it again, or name another one";
            case "LIMIT_EXCEEDED" -> "delete templates that are not used in SeaX, or name another one";
            default -> "name another template; this one does not come back by itself";
        };
    }

    private String unknown() {
        if (listed.isEmpty()) {
            return "SeaX lists no template for " + sender.name();
        }
        var none = "`" + name + "` is no template of " + sender.name();
        return listed.size() < MOST_LISTED
                ? none
                : none + " among the " + listed.size() + " that SeaX lists; it lists no more than " + MOST_LISTED
                        + ", so there may be one";
    }

    private String other(String language, List<Template> named) {
        var languages = named.stream()
                .map(template -> template.language() + (template.isApproved() ? "" : " (" + status(template) + ")"))
                .sorted()
                .distinct()
                .collect(Collectors.joining(", "));
        return "`" + name + "` of " + sender.name() + " is not there in " + language + "; SeaX lists it in "
                + languages;
    }

    /** The names that begin most alike first. */
    private String nearest() {
        var names = listed.stream()
                .map(Template::name)
                .filter(other -> !other.isEmpty())
                .distinct()
                .sorted(Comparator.<String>comparingInt(other -> -common(other))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        return names.isEmpty()
                ? "have a template approved in SeaX, or choose the sender that has one"
                : "name one that SeaX lists, such as "
                        + SlotWords.names(names.subList(0, Math.min(MOST_SHOWN, names.size())));
    }

    private int common(String other) {
        int length = 0;
        while (length < Math.min(name.length(), other.length()) && name.charAt(length) == other.charAt(length)) {
            length++;
        }
        return length;
    }
}
