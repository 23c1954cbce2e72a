package dev.muster.apply;

import dev.muster.model.CampaignRequest;
import dev.muster.model.ReportedTime;
import dev.muster.model.SingleMessage;
import dev.muster.number.Account;
import dev.muster.plan.PartRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What an answer proves. "Not sent" needs positive proof: no byte left, or a refusal in SeaX's own documented form with a
 * status that is given before anything is done. "Sent" needs an id. Everything else, whatever it looks like, is unknown.
 */
public final class Classifier {
    private static final Set<Integer> CREATED = Set.of(200, 201);
    private static final Set<Integer> NEEDS_A_CHANGE = Set.of(400, 404, 405, 413, 415, 422);
    private static final Set<Integer> NEEDS_A_KEY = Set.of(401, 403);
    private static final int TOO_MANY_REQUESTS = 429;

    private Classifier() {}

    /**
     * The verdict on a campaign.
     *
     * @param at when it was asked, by a clock that is at most as far from SeaX's as a plan allows
     */
    public static SendResult classify(PostResponse answer, CampaignRequest asked, Instant at) {
        return classify(answer, new Asked("campaign", shape -> AnswerCheck.of(shape, asked, earlier(at, answer))));
    }

    /** A clock that is ahead makes nothing look old: the answer's own date counts where it is earlier. */
    private static Instant earlier(Instant at, PostResponse answer) {
        return Optional.of(answer)
                .filter(PostResponse.Received.class::isInstance)
                .flatMap(received -> Optional.ofNullable(
                        ((PostResponse.Received) received).headers().get("date")))
                .flatMap(ReportedTime::read)
                .map(ReportedTime::instant)
                .filter(date -> date.isBefore(at))
                .orElse(at);
    }

    /** The verdict on a part of a campaign by numbers, whose endpoint refuses in another form. */
    public static SendResult classify(PostResponse answer, PartRequest asked) {
        int people = asked.numbers().size();
        return classify(
                answer,
                new Asked(
                        "campaign",
                        shape -> PartAnswerCheck.of(shape, asked),
                        shape ->
                                isRefusedWhole(shape, people) || (isJson(answer) && PartRefusal.isOne(shape, people))));
    }

    /** In the form of the other endpoints; a 400 may be about one of several people, after others were messaged. */
    private static boolean isRefusedWhole(StrictResponse shape, int people) {
        return shape.isRefusal() && (shape.status() != 400 || people == 1);
    }

    private static boolean isJson(PostResponse answer) {
        return answer instanceof PostResponse.Received received
                && received.headers().getOrDefault("content-type", "").startsWith("application/json");
    }

    public static SendResult classify(PostResponse answer, SingleMessage asked) {
        return classify(answer, new Asked("message", shape -> anomalies(shape, asked)));
    }

    /** What was posted, in a word, and how an answer with an id is held against it. */
    private record Asked(
            String noun, Function<StrictResponse, List<String>> anomalies, Predicate<StrictResponse> refused) {
        Asked(String noun, Function<StrictResponse, List<String>> anomalies) {
            this(noun, anomalies, StrictResponse::isRefusal);
        }
    }

    private static SendResult classify(PostResponse answer, Asked asked) {
        if (answer instanceof PostResponse.NeverLeft never) {
            return new SendResult.Refused(
                    "SeaX was not reached, so nothing was sent: " + ServerText.clean(never.cause()),
                    Optional.empty(),
                    true);
        }
        if (answer instanceof PostResponse.Lost lost) {
            return new SendResult.Unknown(
                    "the request may have arrived, but no usable answer came back: " + ServerText.clean(lost.cause()),
                    Optional.empty());
        }
        return received((PostResponse.Received) answer, asked);
    }

    private static SendResult received(PostResponse.Received answer, Asked asked) {
        var shape = StrictResponse.of(answer);
        if (CREATED.contains(answer.status()) && shape.id().isPresent()) {
            return accepted(shape, asked);
        }
        return refused(answer, shape, asked)
                .orElseGet(() -> new SendResult.Unknown(doubt(answer.status(), shape, asked.noun()), shape.id()));
    }

    private static SendResult accepted(StrictResponse shape, Asked asked) {
        return new SendResult.Accepted(
                shape.id().orElseThrow(),
                shape.text("job_id"),
                shape.text("status"),
                Stream.of("target_contact_count", "total_destinations")
                        .flatMapToInt(field -> shape.number(field).stream())
                        .filter(count -> count >= 0)
                        .findFirst(),
                asked.anomalies().apply(shape));
    }

    private static Optional<SendResult> refused(PostResponse.Received answer, StrictResponse shape, Asked asked) {
        int status = answer.status();
        if (!asked.refused().test(shape)) {
            return Optional.empty();
        }
        if (NEEDS_A_CHANGE.contains(status)) {
            return Optional.of(refusal("SeaX refused the " + asked.noun(), shape, Optional.empty(), false));
        }
        if (NEEDS_A_KEY.contains(status)) {
            return Optional.of(refusal("SeaX refused the API key", shape, Optional.empty(), true));
        }
        return status == TOO_MANY_REQUESTS ? limited(answer, shape) : Optional.empty();
    }

    /** Only a limiter that names a wait is the documented one, which answers before the request is handled. */
    private static Optional<SendResult> limited(PostResponse.Received answer, StrictResponse shape) {
        return RetryHint.in(answer.body(), answer.headers())
                .map(wait -> refusal("SeaX accepts no more requests for now", shape, Optional.of(wait), true));
    }

    private static SendResult refusal(String what, StrictResponse shape, Optional<Duration> wait, boolean stopsRun) {
        var said = shape.message();
        var reason = what + " (" + shape.status() + "): " + said + (said.matches(".*[.…]") ? " " : ". ");
        return new SendResult.Refused(reason + RefusalHint.of(shape.status(), said, wait), wait, stopsRun);
    }

    /** In words that name nobody: they go into the lock. */
    private static List<String> anomalies(StrictResponse shape, SingleMessage asked) {
        var found = new ArrayList<String>();
        if (!isSame(shape.text("to_phone"), asked.to())) {
            found.add("the recipient in SeaX's answer is not the one asked for");
        }
        if (!isSame(shape.text("from_phone"), asked.from().number())) {
            found.add("the sender in SeaX's answer is not the one asked for");
        }
        if (shape.text("status").orElse("").toLowerCase(Locale.ROOT).matches(".*(fail|error|reject).*")) {
            found.add("SeaX gave it an id, but says that it failed");
        }
        return found;
    }

    /** An account has the same number however the answer spells it. */
    private static boolean isSame(Optional<String> answered, String asked) {
        return answered.filter(number -> !number.equals(asked))
                .filter(number ->
                        Account.of(number).isEmpty() || !Account.of(number).equals(Account.of(asked)))
                .isEmpty();
    }

    private static String doubt(int status, StrictResponse shape, String noun) {
        var answered = "SeaX answered " + status;
        return switch (status / 100) {
            case 2 -> answered + ", but without proof in the form of a " + noun + " and its id; it was probably sent";
            case 3 -> answered + ", a redirect, which is never followed; something may have been created";
            case 4 -> answered + ", " + clientDoubt(status, shape, noun);
            case 5 -> answered + "; it may have acted before it failed";
            default -> answered + ", which proves nothing";
        };
    }

    private static String clientDoubt(int status, StrictResponse shape, String noun) {
        if (status == 409) {
            return "a conflict; an earlier attempt may have created the " + noun;
        }
        if (status == TOO_MANY_REQUESTS) {
            return "a limit, but not SeaX's own, which names a time to wait; it may have acted";
        }
        return shape.isRefusal()
                ? "which it does not reserve for refusals; it may have acted"
                : "but not in the form of its own refusals; someone between may have answered after it acted";
    }
}
