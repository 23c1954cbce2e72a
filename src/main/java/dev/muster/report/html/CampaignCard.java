package dev.muster.report.html;

import dev.muster.audience.Funnel;
import dev.muster.diagnostic.Characters;
import dev.muster.model.Campaign;
import dev.muster.model.text.Placeholder;
import dev.muster.plan.Action;
import dev.muster.plan.Plan;
import dev.muster.plan.PlannedChange;
import dev.muster.report.Numbers;
import dev.muster.report.PlanWords;
import dev.muster.report.html.FlowChart.Step;
import dev.muster.report.html.HtmlPage.Fact;
import dev.muster.report.text.MessageText;
import dev.muster.report.text.NumbersText;
import dev.muster.resolve.Reach;
import dev.muster.resolve.ResolvedCampaign;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Everything about one campaign that a reviewer looks at: when and from whom, its funnel as a flow, its message as a bubble,
 * and what was found.
 *
 * @param why why it is not sent, or nothing
 * @param open whether it is unfolded at first
 */
record CampaignCard(
        String anchor,
        String tone,
        String key,
        String name,
        String state,
        String why,
        List<Fact> facts,
        Optional<Figure> flow,
        Optional<MessagePreview> bubble,
        List<FindingNote> findings,
        boolean open) {
    CampaignCard {
        facts = List.copyOf(facts);
        findings = List.copyOf(findings);
    }

    static CampaignCard of(Plan plan, PlannedChange change, String anchor, boolean open) {
        var definition = change.change().definition();
        boolean goes = change.action() instanceof Action.Create || change.action() instanceof Action.Unresolved;
        return new CampaignCard(
                anchor,
                CampaignLine.tone(change),
                change.key().value(),
                definition.map(campaign -> Characters.visible(campaign.name())).orElse(""),
                CampaignLine.state(plan, change),
                goes ? "" : PlanWords.headline(change),
                facts(change),
                change.resolved().flatMap(resolved -> flow(resolved, anchor)),
                MessagePreview.of(change),
                FindingNote.of(change.findings()),
                open);
    }

    private static List<Fact> facts(PlannedChange change) {
        var facts = new ArrayList<Fact>();
        change.change().definition().ifPresent(campaign -> {
            facts.add(new Fact("Goes out", PlanWords.when(change.action(), campaign)));
            facts.add(new Fact("From", senders(change, campaign)));
        });
        change.resolved().ifPresent(resolved -> {
            facts.add(new Fact("Reaches", reach(resolved.reach())));
            facts.add(new Fact("Message", MessageText.measures(resolved)));
            resolved.numbered()
                    .ifPresent(numbered -> NumbersText.templates(numbered)
                            .forEach(template -> facts.add(new Fact("Template", template))));
        });
        change.change().definition().ifPresent(campaign -> written(campaign, facts));
        if (change.action() instanceof Action.Create create) {
            NumbersText.parts(create).ifPresent(parts -> facts.add(new Fact("Parts", parts)));
            create.completion()
                    .receipt()
                    .ifPresent(label -> facts.add(new Fact("Receipts", "label " + label + " attached and excluded")));
        }
        return facts;
    }

    private static void written(Campaign campaign, List<Fact> facts) {
        var template = campaign.message().template().map(used -> used.name() + " (" + used.language() + ")");
        template.ifPresent(name -> facts.add(new Fact("Template", Characters.visible(name))));
        if (!campaign.attachLabels().isEmpty()) {
            facts.add(new Fact("Then", "labels them " + list(campaign.attachLabels())));
        }
        Placeholder.namesIn(campaign.message().text()).stream()
                .filter(campaign.message().samples()::containsKey)
                .map(name -> new Fact(
                        "For example",
                        Placeholder.raw(name) + " = "
                                + Characters.visible(Objects.requireNonNull(
                                        campaign.message().samples().get(name)))))
                .forEach(facts::add);
        campaign.owner().ifPresent(owner -> facts.add(new Fact("Owner", Characters.visible(owner))));
    }

    private static String senders(PlannedChange change, Campaign campaign) {
        return change.resolved()
                .map(resolved ->
                        resolved.senders().stream().map(PlanWords::sender).collect(Collectors.joining(", ")))
                .orElseGet(() -> list(campaign.senders()));
    }

    private static String list(Collection<?> values) {
        return values.stream()
                .map(value -> Characters.visible(value.toString()))
                .collect(Collectors.joining(", "));
    }

    private static String reach(Reach reach) {
        if (reach instanceof Reach.Known known) {
            return Numbers.of(known.people(), "person", "people")
                    + (known.messages() == known.people()
                            ? ""
                            : " with " + Numbers.of(known.messages(), "message")
                                    + ", because some are on several contacts");
        }
        var unknown = (Reach.Unknown) reach;
        return "unknown, at most " + Numbers.of(unknown.atMost()) + ": " + Characters.visible(unknown.why());
    }

    private static Optional<Figure> flow(ResolvedCampaign resolved, String anchor) {
        if (!(resolved.reach() instanceof Reach.Known known)) {
            return Optional.empty();
        }
        var steps = new ArrayList<Step>();
        known.funnel().steps().forEach(step -> steps.add(step(step, steps.isEmpty())));
        steps.add(new Step(FlowChart.Kind.RESULT, "Reached, people", known.people(), 0));
        var key = resolved.campaign().key().value();
        var title = "How the reach of " + key + " comes about";
        return Optional.of(new Figure(
                "From those who are asked for to those who are reached",
                FlowChart.of(anchor + "-flow", title, steps),
                false,
                table(title, steps)));
    }

    /** What the first step leaves is what there is to begin with. */
    private static Step step(Funnel.Step step, boolean first) {
        boolean stage = step.kind() == Funnel.Kind.ANY || step.kind() == Funnel.Kind.ALL;
        var kind = stage ? FlowChart.Kind.STAGE : FlowChart.Kind.MINUS;
        return new Step(kind, words(step), step.left(), first ? 0 : step.removed());
    }

    private static Figure.Table table(String title, List<Step> steps) {
        return new Figure.Table(
                title,
                List.of("Step", "Taken away", "Left"),
                steps.stream()
                        .map(step -> List.of(
                                step.label(),
                                step.kind() == FlowChart.Kind.RESULT ? "" : Numbers.of(step.removed()),
                                Numbers.of(step.left())))
                        .toList());
    }

    private static String words(Funnel.Step step) {
        var label = Characters.visible(step.label());
        return switch (step.kind()) {
            case ANY -> "any of " + label;
            case ALL -> "all of " + label;
            case EXCLUDE -> "minus " + label;
            case EXCLUDE_CONTACTS -> "minus single contacts";
            case NO_WHATSAPP -> "minus those without WhatsApp";
            case EARLIER_WAVES -> "minus reached by an earlier wave";
            case SAME_PERSON -> "the same person again";
            case UNREADABLE_NUMBER -> "minus numbers that cannot be read";
            case EXCLUDED_NUMBER -> "minus excluded on another contact";
            case SAME_NUMBER -> "the same number again";
            case EARLIER_PARTS -> "minus in an earlier part";
            case WITHOUT_VALUE -> "minus without a usable value";
            case JOINED_TOO_LATE -> "minus joined too late";
        };
    }
}
