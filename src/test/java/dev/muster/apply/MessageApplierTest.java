package dev.muster.apply;

import static dev.muster.testing.Records.RUN;
import static dev.muster.testing.Records.WORKSPACE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.lock.EntryState;
import dev.muster.lock.LockException;
import dev.muster.lock.MessageEntry;
import dev.muster.lock.SendState;
import dev.muster.model.MessageEndpoint;
import dev.muster.model.Phone;
import dev.muster.model.PhoneId;
import dev.muster.model.SingleMessage;
import dev.muster.testing.HandClock;
import dev.muster.testing.MemoryLockStore;
import dev.muster.testing.WatchedLockStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MessageApplierTest {
    private static final String BODY = "{\"id\":\"wamsg_1\",\"status\":\"sent\",\"from_phone\":\"+15550100100\","
            + "\"to_phone\":\"+15550110965\",\"message\":\"Your table is booked\"}";
    private static final SingleMessage MESSAGE = new SingleMessage(
            new Phone(new PhoneId("p1"), "Sales Line", "+15550100100", true, Optional.of(true)),
            "+15550110965",
            "Your table is booked",
            List.of("https://example.com/map.pdf"),
            MessageEndpoint.SEND_WHATSAPP_MESSAGE,
            Optional.empty());

    private final HandClock clock = new HandClock(Instant.parse("2026-11-30T09:00:00Z"));
    private final MemoryLockStore store = new MemoryLockStore(WORKSPACE, "lineage-1");
    private final List<String> posted = new ArrayList<>();
    private PostResponse answer = received(200, BODY);
    private String nonce = "nonce-1";

    private static PostResponse received(int status, String body) {
        return new PostResponse.Received(status, new TreeMap<>(), body, true);
    }

    @Test
    void posts_once_after_its_intent_and_before_its_outcome() {
        var steps = new ArrayList<String>();
        var effect = send(name -> steps.add(name + " " + posted.size()), name -> {}, () -> false);
        assertThat(steps).containsExactly("single intent 0", "single intent 1", "single confirmed 1");
        assertThat(posted)
                .containsExactly("SEND_WHATSAPP_MESSAGE {\"phone_number\":\"+15550100100\","
                        + "\"to_phone_number\":\"+15550110965\",\"message\":\"Your table is booked\","
                        + "\"media_urls\":[\"https://example.com/map.pdf\"]}");
        assertThat(recorded(effect).remote()).hasToString("Optional[wamsg_1]");
        assertThat(only()).isEqualTo(recorded(effect));
    }

    @Test
    void keeps_the_answer_of_an_open_outcome_without_the_person() {
        answer = received(502, BODY);
        var entry = recorded(send());
        assertThat(entry.state()).isEqualTo(EntryState.IN_DOUBT);
        assertThat(entry.answer().orElseThrow())
                .contains("502", "wamsg_1", "[number]", "[text]")
                .doesNotContain("0965", "booked");
    }

    @Test
    void says_a_refusal_without_the_person() {
        answer = received(
                422,
                "{\"error\":\"Validation Error\",\"message\":\"+1 555 011 0965 is no number\",\"status_code\":422}");
        var entry = recorded(send());
        assertThat(entry.state()).isEqualTo(EntryState.REJECTED);
        assertThat(entry.reason()).contains("[number] is no number").doesNotContain("0965");
        assertThat(SendState.of(entry).mayHaveReachedPeople()).isFalse();
    }

    @Test
    void another_recipient_in_the_answer_is_an_anomaly() {
        answer = received(200, BODY.replace("0965", "0966"));
        var entry = recorded(send());
        assertThat(entry.state()).isEqualTo(EntryState.CONFIRMED);
        assertThat(entry.anomalies()).containsExactly("the recipient in SeaX's answer is not the one asked for");
    }

    @Test
    void another_spelling_of_the_recipient_is_none() {
        answer = received(200, BODY.replace("+15550110965", "+1 (555) 011-0965"));

        assertThat(recorded(send()).anomalies()).isEmpty();
    }

    @Test
    void the_id_of_another_message_is_an_anomaly() {
        send();
        nonce = "nonce-2";

        assertThat(recorded(send()).anomalies())
                .singleElement()
                .asString()
                .startsWith("the id in SeaX's answer is the one of send/20261130T090000Z/nonce-1");
    }

    @Test
    void an_answer_without_an_id_is_a_doubt() {
        answer = received(200, "{\"status\":\"sent\"}");
        assertThat(recorded(send()).reason()).contains("without proof in the form of a message and its id");
    }

    @Test
    void without_a_durable_intent_nothing_is_posted() {
        var effect = send(name -> refuse(name, "single intent"), name -> {}, () -> false);
        assertThat(effect).isInstanceOf(SingleEffect.NotTried.class);
        assertThat(posted).isEmpty();
    }

    @Test
    void an_outcome_that_cannot_be_recorded_leaves_an_intent_and_says_so() {
        var effect = send(name -> refuse(name, "single confirmed"), name -> {}, () -> false);
        assertThat(effect).isInstanceOf(SingleEffect.NotRecorded.class);
        assertThat(posted).hasSize(1);
        assertThat(only().state()).isEqualTo(EntryState.INTENT);
        assertThat(only().isOpen()).isTrue();
    }

    @Test
    void a_run_that_stood_still_posts_nothing() {
        var effect = send(name -> {}, name -> clock.advance(Duration.ofMinutes(9)), () -> false);
        assertThat(recorded(effect).reason()).isEqualTo("the claim expired before it was used");
        assertThat(posted).isEmpty();
    }

    @Test
    void a_run_that_is_to_end_posts_nothing() {
        assertThat(send(name -> {}, name -> {}, () -> true)).isInstanceOf(SingleEffect.NotTried.class);
        assertThat(posted).isEmpty();
        assertThat(store.load().orElseThrow().singles().entries()).isEmpty();
    }

    private static void refuse(String step, String unwritable) {
        if (step.equals(unwritable)) {
            throw new LockException(LockException.Why.UNWRITABLE, "no space left");
        }
    }

    private SingleEffect send() {
        return send(name -> {}, name -> {}, () -> false);
    }

    private SingleEffect send(Consumer<String> before, Consumer<String> after, StopSignal stop) {
        try (var run = new WatchedLockStore(store, before, after).begin(RUN)) {
            var messenger = new MessageApplier(
                    run,
                    RUN,
                    (path, body) -> {
                        posted.add(path + " " + body);
                        return answer;
                    },
                    clock,
                    () -> nonce,
                    stop);
            return messenger.send(MESSAGE, "00c0ffee");
        }
    }

    private static MessageEntry recorded(SingleEffect effect) {
        return ((SingleEffect.Recorded) effect).entry();
    }

    private MessageEntry only() {
        return store.load()
                .orElseThrow()
                .singles()
                .entries()
                .values()
                .iterator()
                .next();
    }
}
