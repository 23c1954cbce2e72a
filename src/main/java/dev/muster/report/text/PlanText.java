package dev.muster.report.text;

import dev.muster.diagnostic.Characters;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.Severity;
import dev.muster.model.Campaign;
import dev.muster.model.CampaignKey;
import dev.muster.model.Dialect;
import dev.muster.model.ParallelMap;
import dev.muster.plan.Action;
import dev.muster.plan.Plan;
import dev.muster.plan.PlannedChange;
import dev.muster.report.PlanWords;
import dev.muster.report.TextStyle;
import dev.muster.report.TextStyle.Tone;
import dev.muster.report.Wrap;
import dev.muster.resolve.ResolvedCampaign;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A plan as a reviewer reads it: totals first, then each campaign that would be sent or needs a person, then what it takes
 * to send. Campaigns that are settled are counted, and listed with {@code --show-unchanged}.
 */
public final class PlanText {
    /** The column at which headlines begin, beside keys of usual length. */
    private static final int HEADLINE = 29;

    private final Plan plan;
    private final TextStyle paint;
    private final boolean all;
    private final boolean applying;
    private final List<CampaignKey> only;
    private final int width;
    private final StringBuilder text = new StringBuilder();

    private PlanText(Plan plan, TextStyle paint, int width, boolean all, boolean applying, List<CampaignKey> only) {
        this.plan = plan;
        this.paint = paint;
        this.all = all;
        this.applying = applying;
        this.only = only;
        this.width = width;
    }

    /** The plan for review, ending with what it takes to send it; of these campaigns only, unless there are none. */
    public static String of(Plan plan, TextStyle paint, int width, boolean showUnchanged, List<CampaignKey> only) {
        return new PlanText(plan, paint, width, showUnchanged, false, only).render();
    }

    /** The plan as an apply shows it before it asks. */
    public static String beforeApply(Plan plan, TextStyle paint, int width) {
        return new PlanText(plan, paint, width, false, true, List.of()).render();
    }

    /** What is known of one campaign, below its headline. */
    public static String details(Plan plan, PlannedChange change, int width) {
        var rendering = new PlanText(plan, TextStyle.NONE, width, true, false, List.of());
        rendering.facts(change);
        return rendering.text.toString();
    }

    private String render() {
        title();
        blank();
        var shown = plan.changes().stream().filter(this::isShown).toList();
        ParallelMap.map(shown, this::changeApart).forEach(text::append);
        if (!shown.isEmpty()) {
            blank();
        }
        plan.findings().forEach(this::finding);
        closing();
        return text.toString();
    }

    private void title() {
        var name = "Muster plan";
        var said = "workspace " + plan.workspace().name() + " · " + PlanWords.summary(plan);
        text.append(Wrap.of(name + " · ", said, width).replaceFirst(name, paint.of(Tone.STRONG, name)));
    }

    private boolean isShown(PlannedChange change) {
        return all
                || !(change.action() instanceof Action.NoOp)
                || !change.findings().isEmpty();
    }

    private CharSequence changeApart(PlannedChange change) {
        var apart = new PlanText(plan, paint, width, all, applying, only);
        apart.change(change);
        return apart.text;
    }

    private void change(PlannedChange change) {
        var action = change.action();
        var key = action.reason().sign() + " " + "%-24s".formatted(change.key().value());
        var lines = Wrap.of("  " + key + " ", HEADLINE, PlanWords.headline(change), width);
        text.append("  ").append(paint.of(tone(action), key)).append(lines.substring(2 + key.length()));
        facts(change);
    }

    private void facts(PlannedChange change) {
        change.resolved().ifPresent(this::details);
        if (change.action() instanceof Action.Create create) {
            NumbersText.parts(create).ifPresent(parts -> detail("parts", parts));
            if (create.completion().dialect() == Dialect.OPENAPI) {
                MessageText.template(create.campaign()).ifPresent(template -> detail("template", template));
            }
            create.completion()
                    .receipt()
                    .ifPresent(label -> detail("receipts", "label " + label + " attached and excluded"));
        }
        change.findings().forEach(this::finding);
    }

    private static Tone tone(Action action) {
        return switch (PlanWords.Group.of(action)) {
            case CREATE -> Tone.GOOD;
            case BLOCKED, DOUBT -> Tone.BAD;
            case ADOPT, WAIT, SENT, OTHER -> Tone.FAINT;
        };
    }

    private void details(ResolvedCampaign resolved) {
        ReachText.lines(resolved.reach()).forEach(reach -> detail(reach.name(), reach.value()));
        detail("from", resolved.senders().stream().map(PlanWords::sender).collect(Collectors.joining(", ")));
        detail("message", MessageText.of(resolved));
        resolved.numbered().stream()
                .flatMap(numbered -> NumbersText.message(numbered).stream())
                .forEach(row -> detail(row.name(), row.value()));
        attached(resolved.campaign()).ifPresent(labels -> detail("then", "labels them " + labels));
    }

    private static Optional<String> attached(Campaign campaign) {
        var labels = campaign.attachLabels().stream()
                .map(label -> Characters.visible(label.value()))
                .toList();
        return labels.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", labels));
    }

    private void detail(String name, String value) {
        text.append(Wrap.of("      " + "%-9s".formatted(name) + " ", value, width));
    }

    private void finding(Diagnostic finding) {
        var accepted = finding.acknowledged().map(reason -> " (accepted: " + Characters.visible(reason) + ")");
        var label = finding.severity().label() + ": ";
        var said = Characters.visible(finding.message()) + accepted.orElse("") + " [" + finding.id() + "]";
        var lines = Wrap.of("      " + label, said, width);
        text.append(lines.replaceFirst(label, paint.of(tone(finding), label)));
        if (finding.stops()) {
            finding.help().ifPresent(help -> text.append(Wrap.of("        ", Characters.visible(help), width)));
            var place = finding.place().toString();
            if (!place.isEmpty()) {
                line("        " + paint.of(Tone.FAINT, place));
            }
        }
    }

    private static Tone tone(Diagnostic finding) {
        return finding.stops() ? Tone.BAD : finding.severity() == Severity.NOTE ? Tone.FAINT : Tone.CAUTION;
    }

    private void closing() {
        if (plan.offline()) {
            sentence("Planned offline: nobody was counted, and this plan cannot be applied.");
            return;
        }
        if (plan.creates().isEmpty()) {
            line("Nothing to send.");
            attention().ifPresent(this::line);
            return;
        }
        RunAudienceText.rows(plan)
                .forEach(row -> text.append(Wrap.of("%-11s ".formatted(row.name()), row.value(), width)));
        blank();
        sentence(PlanWords.totals(plan));
        NumbersText.exclusions(plan).ifPresent(this::sentence);
        attention().ifPresent(this::line);
        if (plan.isRefused()) {
            line(paint.of(Tone.BAD, "The run as a whole is refused; nothing can be sent."));
            return;
        }
        if (!applying) {
            howToSend();
        }
    }

    private void howToSend() {
        var chosen = only.stream().map(key -> " --only " + key).collect(Collectors.joining());
        var command = "muster apply" + chosen + " --confirm " + plan.messages();
        var said = "A plan sends nothing, and what is sent cannot be undone. To send:  ";
        text.append(Wrap.of("", said + command.replace(" ", Wrap.GLUE), width)
                .replace(command, paint.of(Tone.STRONG, command)));
        line("Digest " + plan.digest());
    }

    private Optional<String> attention() {
        var keys = plan.changes().stream()
                .filter(PlannedChange::needsAttention)
                .map(c -> c.key().value())
                .toList();
        return keys.isEmpty()
                ? Optional.empty()
                : Optional.of(paint.of(
                        Tone.BAD,
                        Wrap.of("Blocked: ", String.join(", ", keys) + ".", width)
                                .stripTrailing()));
    }

    private void sentence(String sentence) {
        text.append(Wrap.of("", sentence, width));
    }

    private void line(String line) {
        text.append(line.stripTrailing()).append('\n');
    }

    private void blank() {
        text.append('\n');
    }
}
