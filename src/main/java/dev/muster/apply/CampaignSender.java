package dev.muster.apply;

/** The one port that sends. Only {@code apply}, its adapter and the place that wires them may know it. */
public interface CampaignSender {
    /**
     * Posts the body to SeaX's campaigns, exactly once and without following, retrying or waiting for anything but the
     * answer. Never throws for what happens on the wire: every outcome is an {@link PostResponse}.
     */
    PostResponse post(String body);
}
