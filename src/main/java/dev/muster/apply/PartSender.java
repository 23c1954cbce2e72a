package dev.muster.apply;

/** The port that sends to listed numbers. Only {@code apply}, its adapter and the place that wires them may know it. */
@FunctionalInterface
public interface PartSender {
    /**
     * Posts the body to SeaX's template campaigns, exactly once, as {@link CampaignSender#post} does for the other way. Never
     * throws for what happens on the wire.
     */
    PostResponse post(String body);
}
