package dev.muster.seax;

import dev.muster.http.HttpReply;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * The first pages of lists that were asked for to see whether the list is there. One reading begins with each, if it begins
 * within a minute; what a later one shows is asked for anew.
 *
 * @param nanos a clock that only goes forward
 */
record OpenedLists(Map<Question, Answer> answers, LongSupplier nanos) {
    private static final Duration FRESH = Duration.ofMinutes(1);

    /** What tells two lists apart. */
    record Question(ResourcePath target, Map<String, String> query, Optional<String> order) {
        private static Question of(SeaxList<?> listing) {
            return new Question(listing.target(), listing.query(), listing.order());
        }
    }

    /** An answer, and when it came. */
    record Answer(HttpReply reply, long at) {}

    OpenedLists(LongSupplier nanos) {
        this(new ConcurrentHashMap<>(), nanos);
    }

    /** Keeps a first page that has just come. */
    void put(SeaxList<?> listing, HttpReply reply) {
        if (reply.isSuccess()) {
            answers.put(Question.of(listing), new Answer(reply, nanos.getAsLong()));
        }
    }

    /** The first page, if it is new enough. */
    Optional<HttpReply> peek(SeaxList<?> listing) {
        return Optional.ofNullable(answers.get(Question.of(listing))).flatMap(this::fresh);
    }

    /** The same, for the only reading that begins with it. */
    Optional<HttpReply> take(SeaxList<?> listing) {
        return Optional.ofNullable(answers.remove(Question.of(listing))).flatMap(this::fresh);
    }

    private Optional<HttpReply> fresh(Answer answer) {
        return nanos.getAsLong() - answer.at() < FRESH.toNanos() ? Optional.of(answer.reply()) : Optional.empty();
    }
}
