package dev.muster.lock;

import dev.muster.model.CampaignKey;
import dev.muster.model.MessageEndpoint;
import dev.muster.model.PhoneId;
import dev.muster.model.SingleIdentity;
import java.time.Instant;
import java.util.Optional;

/**
 * One attempt to send one message to one person, as it was decided before the post. After {@code notAfter} the run that made
 * it must not post any more. Of the recipient and the text there is only {@code likeness}, a hash under a key that is not in
 * the record: equal for the same text to the same number.
 */
public record SingleAttempt(
        SingleIdentity identity,
        RunIdentity run,
        Instant at,
        Instant notAfter,
        PhoneId sender,
        MessageEndpoint path,
        Optional<CampaignKey> testOf,
        String likeness) {}
