package dev.muster.report.text;

import dev.muster.audience.Funnel;
import dev.muster.diagnostic.Characters;
import dev.muster.diagnostic.Checked;
import dev.muster.model.Campaign;
import dev.muster.report.Numbers;
import dev.muster.resolve.Reach;
import dev.muster.resolve.ResolvedCampaign;

/** A funnel, one step a line. */
public final class AudienceText {
    private AudienceText() {}

    public static String of(Campaign campaign, Checked<ResolvedCampaign> checked) {
        var steps = checked.value().map(resolved -> steps(resolved.reach())).orElse("");
        var findings = checked.diagnostics().isEmpty() ? "" : "\n" + FindingsText.of(checked.diagnostics());
        return "Audience of " + campaign.key() + "\n\n" + steps + findings;
    }

    private static String steps(Reach reach) {
        if (reach instanceof Reach.Unknown unknown) {
            return "  reach unknown: " + unknown.why() + "\n";
        }
        var known = (Reach.Known) reach;
        var text = new StringBuilder(row("all contacts", known.contacts(), ""));
        known.funnel().steps().forEach(step -> text.append(row(name(step), step.left(), minus(step))));
        text.append(row("= people reached", known.people(), ""));
        known.serverCount()
                .ifPresent(count -> text.append("\nSeaX itself counts ")
                        .append(Numbers.of(count, "contact"))
                        .append(" for the same labels.\n"));
        return text.toString();
    }

    private static String row(String name, int left, String minus) {
        return "  %-44s %10s %10s".formatted(name, Numbers.of(left), minus).stripTrailing() + "\n";
    }

    private static String minus(Funnel.Step step) {
        return step.removed() == 0 ? "" : "-" + Numbers.of(step.removed());
    }

    private static String name(Funnel.Step step) {
        var labels = Characters.visible(step.label());
        return switch (step.kind()) {
            case ANY -> "any of " + labels;
            case ALL -> "all of " + labels;
            case EXCLUDE -> "minus " + labels;
            case EXCLUDE_CONTACTS -> "minus single contacts";
            case NO_WHATSAPP -> "minus those without a WhatsApp number";
            case EARLIER_WAVES -> "minus those whom an earlier wave reached";
            case SAME_PERSON -> "minus further contacts of the same person";
            case UNREADABLE_NUMBER -> "minus numbers that cannot be read";
            case EXCLUDED_NUMBER -> "minus those whom another contact excludes";
            case SAME_NUMBER -> "minus further contacts with the same number";
            case EARLIER_PARTS -> "minus those in an earlier part";
            case WITHOUT_VALUE -> "minus those without a usable value";
            case JOINED_TOO_LATE -> "minus those who joined after their part was sent";
        };
    }
}
