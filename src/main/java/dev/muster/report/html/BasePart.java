package dev.muster.report.html;

import dev.muster.audience.AudienceDifference;
import dev.muster.audience.AudienceDifference.Cause;
import dev.muster.diagnostic.Characters;
import dev.muster.diff.WordDifference;
import dev.muster.model.Campaign;
import dev.muster.plan.BaseComparison;
import dev.muster.plan.CampaignComparison;
import dev.muster.plan.CampaignComparison.Kind;
import dev.muster.plan.CampaignComparison.Unknown;
import dev.muster.report.BaseWords;
import dev.muster.report.CampaignEdits;
import dev.muster.report.Numbers;
import dev.muster.report.html.HtmlPage.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a plan's definitions differ from another revision: who joins and who leaves and because of which label, and the text
 * word by word.
 *
 * @param rest what was left out, or nothing
 */
record BasePart(String base, String totals, List<String> notes, List<Edited> campaigns, String rest) {
    private static final int MOST = 40;

    BasePart {
        notes = List.copyOf(notes);
        campaigns = List.copyOf(campaigns);
    }

    /** One campaign that is not what it was. */
    record Edited(
            String tone,
            String sign,
            String key,
            String headline,
            String people,
            List<Moved> moved,
            List<Word> text,
            List<Fact> edits) {
        Edited {
            moved = List.copyOf(moved);
            text = List.copyOf(text);
            edits = List.copyOf(edits);
        }
    }

    /** So many people joined or left, and why. */
    record Moved(boolean joined, String count, String why) {}

    /** A run of words; {@code kind} is that of the difference. */
    record Word(WordDifference.Kind kind, String text) {}

    static BasePart of(BaseComparison comparison) {
        var all = comparison.campaigns();
        int left = Math.max(0, all.size() - MOST);
        return new BasePart(
                BaseWords.base(comparison),
                BaseWords.totals(comparison),
                BaseWords.notes(comparison),
                all.stream().limit(MOST).map(BasePart::edited).toList(),
                left == 0 ? "" : Numbers.of(left, "more campaign") + " differ and are not shown.");
    }

    private static Edited edited(CampaignComparison campaign) {
        return new Edited(
                tone(campaign.kind()),
                String.valueOf(BaseWords.sign(campaign.kind())),
                campaign.key().value(),
                BaseWords.headline(campaign),
                people(campaign),
                campaign.counted()
                        .flatMap(difference -> moved(difference).stream())
                        .toList(),
                both(campaign, BasePart::words),
                both(campaign, BasePart::edits));
    }

    private static String tone(Kind kind) {
        return switch (kind) {
            case ADDED -> "good";
            case CHANGED -> "caution";
            case REMOVED, UNREADABLE -> "bad";
        };
    }

    private static String people(CampaignComparison campaign) {
        var unknown = campaign.people()
                .filter(Unknown.class::isInstance)
                .map(people -> "not compared: " + Characters.visible(((Unknown) people).why()));
        return unknown.orElseGet(() -> campaign.counted().map(BaseWords::people).collect(Collectors.joining()));
    }

    private static List<Moved> moved(AudienceDifference difference) {
        var moved = new ArrayList<Moved>();
        difference.joined().forEach(cause -> moved.add(new Moved(true, "+" + count(cause), BaseWords.joined(cause))));
        difference.left().forEach(cause -> moved.add(new Moved(false, "−" + count(cause), BaseWords.left(cause))));
        return moved;
    }

    private static String count(Cause cause) {
        return Numbers.of(cause.people());
    }

    private interface Compared<T> {
        List<T> between(Campaign before, Campaign after);
    }

    private static <T> List<T> both(CampaignComparison campaign, Compared<T> compared) {
        Optional<List<T>> found =
                campaign.before().flatMap(before -> campaign.after().map(after -> compared.between(before, after)));
        return found.orElse(List.of());
    }

    private static List<Word> words(Campaign before, Campaign after) {
        var words =
                WordDifference.between(before.message().shown(), after.message().shown());
        return words.isEmpty()
                ? List.of()
                : words.segments().stream()
                        .map(part -> new Word(part.kind(), visible(part.text())))
                        .toList();
    }

    private static String visible(String text) {
        return Characters.visible(text.replace("\n", "↵ "));
    }

    private static List<Fact> edits(Campaign before, Campaign after) {
        return CampaignEdits.between(before, after).stream()
                .map(edit -> new Fact(
                        edit.part(), Characters.visible(edit.before()) + " → " + Characters.visible(edit.after())))
                .toList();
    }
}
