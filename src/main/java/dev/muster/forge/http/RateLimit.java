package dev.muster.forge.http;

import dev.muster.seax.Reply;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How long a forge wants one to wait. GitHub (docs.github.com, "Rate limits for the REST API"): 403 or 429 with Retry-After; or with
 * {@code x-ratelimit-remaining: 0}, until {@code x-ratelimit-reset}; else a minute. GitLab (docs.gitlab.com, "User and IP rate
 * limits"): 429 with Retry-After.
 */
final class RateLimit {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,6}");
    private static final Pattern EPOCH = Pattern.compile("[0-9]{1,11}");

    private RateLimit() {}

    /** The wait, where the answer is one of a limit or of a server that is down and says for how long. */
    static Optional<Duration> wait(Reply reply) {
        var named = reply.header("retry-after")
                .map(String::strip)
                .filter(text -> SECONDS.matcher(text).matches());
        if (named.isPresent() && isOfLimit(reply.status())) {
            return named.map(text -> Duration.ofSeconds(Long.parseLong(text)));
        }
        return isLimit(reply) ? Optional.of(reset(reply).orElse(MINUTE)) : Optional.empty();
    }

    private static boolean isOfLimit(int status) {
        return status == 403 || status == 429 || status == 503;
    }

    private static boolean isLimit(Reply reply) {
        return reply.status() == 429
                || (reply.status() == 403
                        && (isUsedUp(reply)
                                || reply.anyText().toLowerCase(Locale.ROOT).contains("rate limit")));
    }

    private static boolean isUsedUp(Reply reply) {
        return reply.header("x-ratelimit-remaining").filter("0"::equals).isPresent();
    }

    /** By the server's own clock. */
    private static Optional<Duration> reset(Reply reply) {
        var until = reply.header("x-ratelimit-reset")
                .filter(text -> isUsedUp(reply) && EPOCH.matcher(text).matches());
        return until.flatMap(text -> date(reply).map(now -> between(now, Instant.ofEpochSecond(Long.parseLong(text)))));
    }

    private static Duration between(Instant now, Instant until) {
        return Duration.ofSeconds(Math.max(1, Duration.between(now, until).toSeconds()));
    }

    private static Optional<Instant> date(Reply reply) {
        try {
            return reply.header("date").map(text -> DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
