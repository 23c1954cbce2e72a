package dev.muster.seax;

import java.time.Duration;

/** What a hostile or broken server may cost a read: time for one try, bytes of one body, rows of one list. */
record ReadLimits(Duration connect, Duration overall, int maxBody, int maxRows) {
    static final ReadLimits DEFAULT =
            new ReadLimits(Duration.ofSeconds(10), Duration.ofMinutes(1), 16 << 20, 1_000_000);
}
