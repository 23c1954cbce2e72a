package dev.muster.check;

import dev.muster.definition.Block;
import dev.muster.definition.CampaignDefinition;
import dev.muster.definition.CampaignDefinition.Wave;
import dev.muster.definition.Document;
import dev.muster.definition.Documents;
import dev.muster.definition.Kind;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.Place;
import dev.muster.diagnostic.Rule;
import dev.muster.diagnostic.WaveRule;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Waves say of each wave who, and of each later one when: nothing fills a gap for them. They count the generations of the
 * key, and go out when a gate opens, so neither a generation nor a fixed start fits beside them.
 */
final class WavesAreComplete implements Check {
    @Override
    public List<Diagnostic> check(Documents documents) {
        return documents
                .of(Kind.CAMPAIGN)
                .flatMap(campaign -> campaign.blocks(CampaignDefinition.class).findFirst().stream()
                        .flatMap(block -> findings(campaign, block)))
                .toList();
    }

    private static Stream<Diagnostic> findings(Document campaign, Block<CampaignDefinition> block) {
        var waves = block.whole().map(CampaignDefinition::waves).orElse(List.of());
        if (waves.isEmpty()) {
            return Stream.empty();
        }
        var each = IntStream.range(0, waves.size())
                .boxed()
                .flatMap(index -> wave(block, waves.get(index), index, waves.size()));
        return Stream.concat(whole(campaign, block, waves.size()), each);
    }

    private static Stream<Diagnostic> whole(Document campaign, Block<CampaignDefinition> block, int waves) {
        boolean immediate = Documents.reference(campaign, Kind.SCHEDULE)
                .filter(to -> to.key().equals(Expander.IMMEDIATELY))
                .isPresent();
        return Stream.of(
                        finding(
                                waves < 2,
                                WaveRule.ONE,
                                block.at("waves"),
                                "`waves` has only one wave",
                                "add what comes after it, such as `- {after: PT2H, max_failed: 2%}`"),
                        finding(
                                !immediate,
                                WaveRule.SCHEDULE,
                                block.at("schedule"),
                                "a campaign with waves has no fixed start: each wave is sent when its gate is open",
                                "write `schedule: immediately`; the first wave is sent when it is applied"),
                        finding(
                                block.part("generation", Integer.class).isPresent(),
                                WaveRule.GENERATION,
                                block.at("generation"),
                                "a campaign with waves has no `generation`: Muster numbers the waves",
                                "remove `generation`; to send all of it again, give it another key"))
                .flatMap(Optional::stream);
    }

    private static Stream<Diagnostic> wave(Block<CampaignDefinition> block, Wave wave, int index, int waves) {
        boolean first = index == 0;
        boolean last = index == waves - 1;
        boolean gated = wave.after().isPresent();
        var place = block.at("waves." + index);
        return Stream.of(
                        finding(
                                first
                                        && (gated
                                                || wave.maxFailed().isPresent()
                                                || wave.minDelivered().isPresent()),
                                WaveRule.GATE_OF_THE_FIRST,
                                place,
                                "the first wave has no wave before it, so it has no gate",
                                "move the gate to the wave that must wait"),
                        finding(
                                !first && !gated,
                                WaveRule.NO_GATE,
                                place,
                                "nothing says when this wave may be sent",
                                "add `after`, and what must be true of the wave before: `max_failed`, `min_delivered`"),
                        finding(
                                (first || last) && wave.mayBeEmpty().isPresent(),
                                WaveRule.MAY_NOT_BE_EMPTY,
                                place,
                                first
                                        ? "the first wave is what the gates of the others measure, so it reaches somebody"
                                        : "after the last wave there is none to be sent instead",
                                "remove `may_be_empty`"),
                        finding(
                                !last && wave.only().isEmpty(),
                                WaveRule.EVERYBODY,
                                place,
                                "only the last wave may reach all who are left",
                                "add the labels of those who get it in this wave: `only: [staff_test]`"),
                        finding(
                                last && waves > 1 && !wave.only().isEmpty(),
                                WaveRule.NOT_EVERYBODY,
                                place,
                                "the last wave reaches all who are left; `only` would leave people out",
                                "remove `only`, or narrow the audience"))
                .flatMap(Optional::stream);
    }

    private static Optional<Diagnostic> finding(boolean wrong, Rule rule, Place place, String message, String help) {
        return wrong ? Optional.of(rule.at(place, message, help)) : Optional.empty();
    }
}
