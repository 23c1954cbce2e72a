package dev.muster.plan;

import dev.muster.model.Sha256;
import java.util.List;

/** A part as it goes out: the bytes to post and the numbers that are in them, in memory only. */
public record PartRequest(PlannedPart part, List<String> numbers, String body) {
    public PartRequest {
        numbers = List.copyOf(numbers);
    }

    public Sha256 payload() {
        return Sha256.of(body);
    }

    /** Personal data never gets into a log by way of an exception. */
    @Override
    public String toString() {
        return "PartRequest of " + part;
    }
}
