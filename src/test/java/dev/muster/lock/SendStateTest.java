package dev.muster.lock;

import static dev.muster.testing.Records.AT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.model.MessageEndpoint;
import dev.muster.model.PhoneId;
import dev.muster.model.SingleIdentity;
import dev.muster.testing.Records;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SendStateTest {
    @Test
    void every_campaign_has_the_state_of_its_entry_but_what_a_person_says_was_not_sent() {
        assertThat(SendState.of(Records.intent("sale/1"))).isEqualTo(SendState.INTENT);
        assertThat(SendState.of(Records.confirmed("sale/1"))).isEqualTo(SendState.CONFIRMED);
        assertThat(SendState.of(Records.rejected("sale/1"))).isEqualTo(SendState.REJECTED);
        assertThat(SendState.of(Records.inDoubt("sale/1"))).isEqualTo(SendState.IN_DOUBT);
        assertThat(SendState.of(Records.abandoned("sale/1"))).isEqualTo(SendState.ABANDONED);
        assertThat(SendState.of(Records.notSent("sale/1"))).isEqualTo(SendState.NOT_SENT);
    }

    @Test
    void people_read_words_and_the_record_keeps_its_own() {
        var entry = Records.notSent("sale/1");

        assertThat(SendState.of(entry)).hasToString("not sent");
        assertThat(entry.state()).isEqualTo(EntryState.ABANDONED);
        assertThat(entry.history())
                .extracting(step -> SendState.in(entry, step.to()).name())
                .containsExactly("INTENT", "IN_DOUBT", "NOT_SENT");
    }

    @Test
    void a_single_message_that_its_run_saw_refused_is_told_from_one_that_a_person_says_was_not_sent() {
        var open = MessageEntry.intend(attempt());
        var run = open.attempt().run().id();
        var refused = open.reject("422: no such number", AT, run);
        var doubt = open.doubt("no answer", AT, run);

        assertThat(SendState.of(refused)).isEqualTo(SendState.REJECTED);
        assertThat(SendState.of(doubt.reject("not in the conversation", AT, "dana")))
                .isEqualTo(SendState.NOT_SENT);
        assertThat(SendState.of(open.reject("not in the conversation", AT, "dana")))
                .isEqualTo(SendState.NOT_SENT);
        assertThat(SendState.of(doubt.abandon("nobody can tell", AT, "dana"))).isEqualTo(SendState.ABANDONED);
    }

    private static SingleAttempt attempt() {
        return new SingleAttempt(
                new SingleIdentity(AT, "nonce-1"),
                Records.RUN,
                AT,
                AT,
                new PhoneId("20000000-0000-4000-8000-000000000001"),
                MessageEndpoint.SEND_WHATSAPP_MESSAGE,
                Optional.empty(),
                "00c0ffee");
    }
}
