package dev.muster.apply;

/** What it takes to send by numbers. */
public record NumbersPorts(PartSender sender, ExclusionReader exclusions, FirstPartCheck firstPart) {
    /** For a run that only sends by labels. */
    public static final NumbersPorts NONE = new NumbersPorts(
            body -> {
                throw new IllegalStateException("this run does not send by numbers");
            },
            labels -> number -> true,
            first -> java.util.Optional.empty());
}
