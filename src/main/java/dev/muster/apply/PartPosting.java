package dev.muster.apply;

import dev.muster.model.CampaignIdentity;
import dev.muster.model.Expectation;
import dev.muster.plan.NumbersPlan;
import dev.muster.plan.PartRequest;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** One part of a campaign by numbers. */
record PartPosting(NumbersPlan numbers, PartRequest request, PartSender sender) implements Posting {
    private static final Expectation NONE = new Expectation(OptionalInt.empty(), OptionalInt.empty());

    @Override
    public CampaignIdentity identity() {
        return request.part().identity();
    }

    /** It goes out when it is posted, so the post must be over before the window is. */
    @Override
    public Optional<String> tooLate(Instant now) {
        return numbers.until()
                .filter(end -> !now.plus(Applier.LONGEST_POST).isBefore(end))
                .map(end -> "its window ends at " + end);
    }

    @Override
    public PostResponse send() {
        return sender.post(request.body());
    }

    @Override
    public SendResult classify(PostResponse answer, Instant asked) {
        return Classifier.classify(answer, request).saidAs(this::discreet);
    }

    @Override
    public String discreet(String said) {
        return new PartRedactor(request).of(said);
    }

    @Override
    public int messages() {
        return request.numbers().size();
    }

    @Override
    public Expectation expect() {
        return NONE;
    }
}
