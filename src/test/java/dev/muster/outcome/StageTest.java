package dev.muster.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.model.CampaignStatus;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StageTest {
    @ParameterizedTest
    @CsvSource({
        "scheduled, PENDING",
        "PENDING, PENDING",
        "queued, PENDING",
        "sending, RUNNING",
        "STARTED, RUNNING",
        "PROCESSING, RUNNING",
        "PAUSED, PAUSED",
        "finished, FINISHED",
        "FINISHED, FINISHED",
        "sent, FINISHED",
        "completed, FINISHED",
        "FAILED, FAILED",
        "CANCELED, CANCELLED",
        "cancelled, CANCELLED",
        "TERMINATED, CANCELLED",
        "half_paused, UNKNOWN",
        "'', UNKNOWN"
    })
    void both_vocabularies_are_understood_and_other_words_are_unknown(String status, CampaignStatus stage) {
        assertThat(CampaignStatus.of(status)).isEqualTo(stage);
    }

    @ParameterizedTest
    @CsvSource({
        "queued, WAITING",
        "initialized, WAITING",
        "warning, WAITING",
        "sent, SENT",
        "DELIVERED, DELIVERED",
        "read, READ",
        "failed, FAILED",
        "undelivered, FAILED",
        "canceled, FAILED",
        "deleted, FAILED",
        "eaten, UNKNOWN"
    })
    void so_are_the_states_of_a_message(String status, DeliveryStatus fate) {
        assertThat(DeliveryStatus.of(status)).isEqualTo(fate);
    }
}
