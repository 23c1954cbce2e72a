package dev.muster.report.text;

import dev.muster.audience.AudienceDifference;
import dev.muster.diagnostic.Characters;
import dev.muster.diff.WordDifference;
import dev.muster.model.Campaign;
import dev.muster.plan.BaseComparison;
import dev.muster.plan.CampaignComparison;
import dev.muster.plan.CampaignComparison.Unknown;
import dev.muster.report.BaseWords;
import dev.muster.report.CampaignEdits;
import dev.muster.report.Numbers;
import dev.muster.report.TextStyle;
import dev.muster.report.TextStyle.Tone;
import dev.muster.report.Wrap;

/**
 * A comparison as a reviewer reads it: totals first, then each campaign that differs with who joins and leaves and why, its
 * text word by word, and every other part as it was and as it is.
 */
public final class BaseText {
    private final TextStyle paint;
    private final int width;
    private final StringBuilder text = new StringBuilder();

    private BaseText(TextStyle paint, int width) {
        this.paint = paint;
        this.width = width;
    }

    /** The whole comparison. */
    public static String of(BaseComparison comparison, TextStyle paint, int width) {
        var rendering = new BaseText(paint, width);
        rendering.all(comparison);
        return rendering.text.toString();
    }

    /** What differs in one campaign, without colours. */
    public static String of(CampaignComparison campaign, int width) {
        var rendering = new BaseText(TextStyle.NONE, width);
        rendering.details(campaign);
        return rendering.text.toString();
    }

    private void all(BaseComparison comparison) {
        var base = "Compared with " + BaseWords.base(comparison);
        line(paint.of(Tone.STRONG, base) + ": " + BaseWords.totals(comparison));
        BaseWords.notes(comparison).forEach(note -> text.append(Wrap.of("", note, width)));
        if (!comparison.campaigns().isEmpty()) {
            line("");
            comparison.campaigns().forEach(this::campaign);
        }
    }

    private void campaign(CampaignComparison campaign) {
        var sign = BaseWords.sign(campaign.kind());
        line("  "
                + paint.of(
                        tone(campaign),
                        sign + " " + "%-24s".formatted(campaign.key().value())) + " " + BaseWords.headline(campaign));
        details(campaign);
    }

    private static Tone tone(CampaignComparison campaign) {
        return switch (campaign.kind()) {
            case ADDED -> Tone.GOOD;
            case REMOVED, UNREADABLE -> Tone.BAD;
            case CHANGED -> Tone.CAUTION;
        };
    }

    private void details(CampaignComparison campaign) {
        campaign.people().ifPresent(people -> {
            if (people instanceof Unknown unknown) {
                detail("people", "not compared: " + Characters.visible(unknown.why()));
            }
        });
        campaign.counted().forEach(this::people);
        campaign.before().ifPresent(before -> campaign.after().ifPresent(after -> edits(before, after)));
    }

    private void people(AudienceDifference difference) {
        detail("people", BaseWords.people(difference));
        difference.joined().forEach(cause -> cause(Tone.GOOD, "+", cause.people(), BaseWords.joined(cause)));
        difference.left().forEach(cause -> cause(Tone.BAD, "-", cause.people(), BaseWords.left(cause)));
    }

    private void cause(Tone tone, String sign, int people, String why) {
        var count = "%8s".formatted(sign + Numbers.of(people));
        line(" ".repeat(16) + paint.of(tone, count) + "  " + why);
    }

    private void edits(Campaign before, Campaign after) {
        var words =
                WordDifference.between(before.message().shown(), after.message().shown());
        if (!words.isEmpty()) {
            detail("message", WordDifferenceText.of(words));
        }
        CampaignEdits.between(before, after)
                .forEach(edit -> detail(
                        edit.part(), Characters.visible(edit.before()) + " → " + Characters.visible(edit.after())));
    }

    private void detail(String name, String value) {
        text.append(Wrap.of("      " + "%-9s".formatted(name) + " ", value, width));
    }

    private void line(String line) {
        text.append(line.stripTrailing()).append('\n');
    }
}
