package dev.muster.apply;

import dev.muster.model.CampaignIdentity;
import dev.muster.model.Expectation;
import java.time.Instant;
import java.util.Optional;

/** One request whose intent is recorded, and that may be posted once. */
interface Posting {
    CampaignIdentity identity();

    /** Why it must not go out any more at this time, if so. */
    Optional<String> tooLate(Instant now);

    /** Sends it. Called once. */
    PostResponse send();

    /** What the answer proves; {@code asked} is when the intent was recorded. */
    SendResult classify(PostResponse answer, Instant asked);

    /** What was said of it, without anything that the lock must not keep. */
    String discreet(String said);

    /** How many messages a person approved with it. */
    int messages();

    /** What its author expects of SeaX's own count, too. */
    Expectation expect();
}
