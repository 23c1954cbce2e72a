package dev.muster.apply;

import dev.muster.model.MessageEndpoint;

/** The port that messages one person. As with {@link CampaignSender}, only those who send may know it. */
@FunctionalInterface
public interface MessageSender {
    /**
     * Posts the body to the path, exactly once and without following, retrying or trying another path. Never throws for what
     * happens on the wire: every outcome is an {@link PostResponse}.
     */
    PostResponse post(MessageEndpoint path, String body);
}
