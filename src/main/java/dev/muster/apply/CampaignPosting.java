package dev.muster.apply;

import dev.muster.model.CampaignIdentity;
import dev.muster.model.Expectation;
import dev.muster.plan.Action;
import dev.muster.plan.FinalRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A campaign by labels, in one request. */
record CampaignPosting(Action.Create create, FinalRequest request, CampaignSender sender) implements Posting {
    /** A scheduled start that is nearer than this may have passed when SeaX reads it. */
    static final Duration LEAST_LEAD = Duration.ofMinutes(2);

    @Override
    public CampaignIdentity identity() {
        return request.request().identity();
    }

    @Override
    public Optional<String> tooLate(Instant now) {
        return request.request()
                .window()
                .filter(window -> window.start().isBefore(now.plus(LEAST_LEAD)))
                .map(window -> "its start is less than two minutes away");
    }

    @Override
    public PostResponse send() {
        return sender.post(request.body());
    }

    @Override
    public SendResult classify(PostResponse answer, Instant asked) {
        return Classifier.classify(answer, request.request(), asked);
    }

    /** A request by labels names nobody, so an answer has nobody to echo. */
    @Override
    public String discreet(String said) {
        return said;
    }

    @Override
    public int messages() {
        return create.messages();
    }

    @Override
    public Expectation expect() {
        return create.expect();
    }
}
