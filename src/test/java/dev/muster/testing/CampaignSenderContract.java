package dev.muster.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.apply.CampaignSender;
import dev.muster.apply.Classifier;
import dev.muster.apply.PostResponse;
import dev.muster.apply.SendResult;
import dev.muster.model.CampaignRequest;
import dev.muster.model.Dialect;
import dev.muster.plan.RequestBody;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * What holds for every {@link CampaignSender}: each post arrives once, as it was written, and every end is an {@link
 * Answer}. A subclass says how to reach a SeaX that behaves in one of four ways, and what that SeaX saw.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class CampaignSenderContract {

    /** A SeaX that accepts what is posted. */
    public abstract CampaignSender accepting();

    /** A SeaX that refuses it with 422 in the API document's form. */
    public abstract CampaignSender refusing();

    /** No SeaX: nothing can be connected to. */
    public abstract CampaignSender unreachable();

    /** A SeaX that reads the request and hangs up. */
    public abstract CampaignSender hangingUp();

    /** The bodies of all posts that SeaX saw, in order. */
    public abstract List<String> seen();

    /** A request that the accepting SeaX accepts; another where the samples' ids are unknown to it. */
    public CampaignRequest request(String key) {
        return Samples.immediate(key);
    }

    @Test
    void a_post_arrives_once_as_it_was_written_and_its_acceptance_is_understood() {
        var request = request("flash-sale");

        var result = Classifier.classify(accepting().post(body(request)), request, Samples.NOW);

        assertThat(seen()).containsExactly(body(request));
        assertThat(result)
                .isInstanceOfSatisfying(
                        SendResult.Accepted.class,
                        accepted -> assertThat(accepted.anomalies()).isEmpty());
    }

    @Test
    void two_posts_arrive_twice_in_order() {
        var sender = accepting();

        sender.post(body(request("flash-sale")));
        sender.post(body(request("second-sale")));

        assertThat(seen()).containsExactly(body(request("flash-sale")), body(request("second-sale")));
    }

    @Test
    void a_refusal_is_proof_that_nothing_was_sent() {
        var request = request("flash-sale");

        var result = Classifier.classify(refusing().post(body(request)), request, Samples.NOW);

        assertThat(result).isInstanceOf(SendResult.Refused.class);
        assertThat(seen()).hasSize(1);
    }

    @Test
    void without_a_connection_nothing_leaves() {
        assertThat(unreachable().post(body(request("flash-sale")))).isInstanceOf(PostResponse.NeverLeft.class);
    }

    @Test
    void without_an_answer_nobody_knows_and_nothing_is_repeated() {
        assertThat(hangingUp().post(body(request("flash-sale")))).isInstanceOf(PostResponse.Lost.class);
        assertThat(seen()).hasSize(1);
    }

    private static String body(CampaignRequest request) {
        return RequestBody.of(request, Dialect.TUTORIAL, Optional.empty());
    }
}
