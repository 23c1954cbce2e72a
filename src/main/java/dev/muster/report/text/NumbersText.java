package dev.muster.report.text;

import dev.muster.audience.Funnel;
import dev.muster.diagnostic.Characters;
import dev.muster.model.Template;
import dev.muster.plan.Action;
import dev.muster.plan.Plan;
import dev.muster.report.Numbers;
import dev.muster.report.Row;
import dev.muster.resolve.NumberedAudience;
import dev.muster.resolve.Reach;
import dev.muster.template.Rendered;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a plan says of a campaign by numbers alone: its templates, parts and fallbacks, and a masked sample. */
public final class NumbersText {
    private NumbersText() {}

    static List<Row> message(NumberedAudience numbered) {
        var rows = new ArrayList<Row>();
        numbered.templates().values().forEach(template -> rows.add(new Row("template", template(template))));
        numbered.tally()
                .fallbacks()
                .forEach((fallback, people) -> rows.add(new Row("fallback", fallback(fallback, people))));
        sample(numbered).forEach(rows::add);
        return rows;
    }

    /** The templates, one for each language: {@code holiday_sale (en_US), MARKETING}. */
    public static List<String> templates(NumberedAudience numbered) {
        return numbered.templates().values().stream().map(NumbersText::template).toList();
    }

    /** The message as some people get it, masked, with a blank line between two. */
    public static String samples(NumberedAudience numbered) {
        return numbered.tally().samples().stream()
                .map(sample ->
                        TemplatesText.bubble(sample).map(Characters::visible).collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\n\n"));
    }

    private static String template(Template template) {
        return Characters.visible(template.name() + " (" + template.language() + "), " + template.category());
    }

    private static String fallback(Rendered.Fallback fallback, int people) {
        return Numbers.of(people, "person has", "people have") + " no `" + Characters.visible(fallback.field())
                + "` and read its fallback";
    }

    private static List<Row> sample(NumberedAudience numbered) {
        var rows = new ArrayList<Row>();
        numbered.tally().samples().stream()
                .limit(1)
                .flatMap(TemplatesText::bubble)
                .forEach(line -> rows.add(new Row(rows.isEmpty() ? "sample" : "", "| " + Characters.visible(line))));
        return rows;
    }

    /** In how many requests it is posted. */
    public static Optional<String> parts(Action.Create create) {
        return create.numbers().map(numbers -> {
            int most = numbers.parts().stream()
                    .mapToInt(part -> part.people().size())
                    .max()
                    .orElse(0);
            return Numbers.of(numbers.parts().size(), "request") + " of up to " + Numbers.of(most, "number");
        });
    }

    /** Who watches over the exclusions; nothing where no campaign is sent by numbers. */
    static Optional<String> exclusions(Plan plan) {
        var byNumbers = plan.creates().stream()
                .filter(create -> create.numbers().isPresent())
                .toList();
        int out = byNumbers.stream().mapToInt(NumbersText::leftOut).sum();
        var keys = byNumbers.stream()
                .map(create -> create.request().identity().key().value())
                .collect(Collectors.joining(", "));
        return byNumbers.isEmpty()
                ? Optional.empty()
                : Optional.of("SeaX does not check exclusions of campaigns by numbers (" + keys + "): Muster left "
                        + Numbers.of(out, "contact") + " out.");
    }

    private static int leftOut(Action.Create create) {
        return create.campaign().reach() instanceof Reach.Known known
                ? known.funnel().steps().stream()
                        .filter(step -> isExclusion(step.kind()))
                        .mapToInt(Funnel.Step::removed)
                        .sum()
                : 0;
    }

    private static boolean isExclusion(Funnel.Kind kind) {
        return kind == Funnel.Kind.EXCLUDE
                || kind == Funnel.Kind.EXCLUDE_CONTACTS
                || kind == Funnel.Kind.EXCLUDED_NUMBER;
    }
}
