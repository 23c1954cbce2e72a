package dev.muster.resolve;

import dev.muster.model.ContactId;
import java.util.List;
import java.util.OptionalInt;

/**
 * The waves before one that may be sent now, oldest first, and whom they take out of it.
 *
 * @param leftOut contacts that the request has to exclude by their ids
 * @param tooMany how many people would have to be left out by id, where that is more than a request can carry; then nobody is
 * @param byLabelOnly how many people carry a receipt label and were not reached: they are left out all the same
 */
public record EarlierWaves(List<EarlierWave> waves, List<ContactId> leftOut, OptionalInt tooMany, int byLabelOnly) {
    /**
     * How many contacts a request excludes by their ids: of 36 characters each, that makes less than 200 kB. No document says
     * how long a request may be.
     */
    public static final int MOST_BY_ID = 5_000;

    public EarlierWaves {
        waves = List.copyOf(waves);
        leftOut = List.copyOf(leftOut);
    }
}
