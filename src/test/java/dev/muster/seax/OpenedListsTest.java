package dev.muster.seax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.http.HttpReply;
import java.time.Duration;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OpenedListsTest {
    private static final SeaxList<?> SENDERS = SeaxWorkspace.senders(true);

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5); // such a clock may pass the largest number
    private final OpenedLists opened = new OpenedLists(now::get);
    private final HttpReply answer = reply(200);

    @Test
    void one_reading_begins_with_a_page_and_the_next_asks_anew() {
        opened.put(SENDERS, answer);
        assertThat(opened.peek(SENDERS)).contains(answer);
        assertThat(opened.take(SENDERS)).contains(answer);
        assertThat(opened.take(SENDERS)).isEmpty();
    }

    @Test
    void another_filter_or_order_is_another_list() {
        opened.put(SENDERS, answer);
        assertThat(opened.take(SeaxWorkspace.senders(false))).isEmpty();
        assertThat(opened.take(SENDERS.in("created_time:asc"))).isEmpty();
    }

    @Test
    void a_page_that_is_a_minute_old_is_asked_for_anew() {
        opened.put(SENDERS, answer);
        now.addAndGet(Duration.ofSeconds(59).toNanos());
        assertThat(opened.peek(SENDERS)).isPresent();
        now.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(opened.peek(SENDERS)).isEmpty();
        assertThat(opened.take(SENDERS)).isEmpty();
    }

    @Test
    void a_page_that_was_too_old_makes_way_for_a_new_one() {
        opened.put(SENDERS, answer);
        now.addAndGet(Duration.ofMinutes(5).toNanos());
        opened.put(SENDERS, reply(201));
        assertThat(opened.take(SENDERS)).map(HttpReply::status).contains(201);
    }

    @Test
    void a_refusal_is_no_page() {
        opened.put(SENDERS, reply(404));
        assertThat(opened.take(SENDERS)).isEmpty();
    }

    private static HttpReply reply(int status) {
        return new HttpReply(status, new TreeMap<>(), new byte[0], HttpReply.End.WHOLE);
    }
}
