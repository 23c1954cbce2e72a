package dev.muster.seax;

import java.time.Duration;

/**
 * How long a POST may take and how much of its answer is read: {@code connect} to the open connection, {@code request} to
 * the answer's headers, {@code overall} to the end of its body, which no timeout of the HTTP client covers.
 */
record SendLimits(Duration connect, Duration request, Duration overall, int maxBody) {
    /** A file of a million contacts takes a while to upload. */
    static final SendLimits UPLOAD =
            new SendLimits(Duration.ofSeconds(10), Duration.ofMinutes(10), Duration.ofMinutes(10), 1 << 20);

    static final SendLimits DEFAULT =
            new SendLimits(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofSeconds(75), 1 << 20);
}
