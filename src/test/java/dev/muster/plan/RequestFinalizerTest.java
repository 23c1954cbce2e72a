package dev.muster.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.muster.model.CampaignRequest;
import dev.muster.model.Dialect;
import dev.muster.model.LabelName;
import dev.muster.testing.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RequestFinalizerTest {
    private static final Instant NOW = Instant.parse("2026-11-30T09:00:00.7Z");
    private static final CampaignRequest REQUEST = Samples.immediate("sale");
    private static final String TEXT = RequestBody.of(REQUEST, Dialect.TUTORIAL, Optional.empty());
    private static final Optional<LabelName> RECEIPT = Optional.of(new LabelName("muster/sale/1"));

    @Test
    void without_additions_the_reviewed_text_is_posted() {
        assertThat(RequestFinalizer.NONE
                        .complete(REQUEST, TEXT, Optional.empty(), NOW)
                        .body())
                .isEqualTo(TEXT);
        assertThat(RequestFinalizer.NONE.approved()).isEmpty();
    }

    @Test
    void the_receipt_label_is_attached_and_excluded_beside_everything_else() {
        var posting =
                completion(RECEIPT, Optional.empty()).complete(REQUEST, TEXT, Optional.of(Samples.label(77)), NOW);

        assertThat(posting.body())
                .contains("\"exclude_any_contact_label_ids\":[\"" + Samples.label(9) + "\",\"" + Samples.label(77)
                        + "\"]")
                .contains("\"attach_contact_label_ids\":[\"" + Samples.label(4) + "\",\"" + Samples.label(77) + "\"]")
                .contains("\"is_schedule\":false");
    }

    @Test
    void a_held_campaign_starts_so_much_after_the_post() {
        var posting = completion(Optional.empty(), Optional.of(Duration.ofMinutes(10)))
                .complete(REQUEST, TEXT, Optional.empty(), NOW);

        assertThat(posting.body())
                .contains("\"start_time\":\"2026-11-30T09:10:00+00:00\"")
                .contains("\"is_schedule\":true");
    }

    @Test
    void a_review_approves_the_name_of_the_label_and_the_length_of_the_hold() {
        assertThat(completion(RECEIPT, Optional.of(Duration.ofMinutes(10))).approved())
                .isEqualTo("\nreceipt muster/sale/1\nhold PT10M");
    }

    @Test
    void no_label_no_post() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> completion(RECEIPT, Optional.empty()).complete(REQUEST, TEXT, Optional.empty(), NOW));
    }

    @Test
    void a_text_that_is_not_the_request_is_not_posted() {
        var other = TEXT.replace("HOLIDAY30", "HOLIDAY90");

        assertThatIllegalStateException()
                .isThrownBy(() -> completion(RECEIPT, Optional.empty())
                        .complete(REQUEST, other, Optional.of(Samples.label(77)), NOW));
    }

    private static RequestFinalizer completion(Optional<LabelName> receipt, Optional<Duration> hold) {
        return new RequestFinalizer(Dialect.TUTORIAL, Optional.empty(), receipt, hold, List.of());
    }
}
