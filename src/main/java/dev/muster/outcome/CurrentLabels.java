package dev.muster.outcome;

import dev.muster.audience.Roster;
import dev.muster.model.LabelId;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * What labels say today, when a campaign is over.
 *
 * @param name of a label, for display
 * @param audience whom the campaign's labels stand for by now, where that can be told
 * @param growth how many more contacts carry a label than when the campaign was sent, where both were counted
 */
public record CurrentLabels(
        Function<LabelId, String> name, Optional<Roster> audience, Function<LabelId, OptionalInt> growth) {}
