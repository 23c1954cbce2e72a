package dev.muster.apply;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** What came back from a post, before anyone tries to understand it. */
public sealed interface PostResponse {

    /**
     * An HTTP answer: status, header names in lower case, and at most 1 MiB of body. {@code intact} is false when the
     * body was cut, too long, or not UTF-8.
     */
    record Received(int status, SortedMap<String, String> headers, String body, boolean intact)
            implements PostResponse {
        public Received {
            headers = Collections.unmodifiableSortedMap(new TreeMap<>(headers));
        }
    }

    /** Proved by the kind of failure: no byte of the request left this machine. */
    record NeverLeft(String cause) implements PostResponse {}

    /** The request may have arrived; what became of it is unknown. */
    record Lost(String cause) implements PostResponse {}
}
