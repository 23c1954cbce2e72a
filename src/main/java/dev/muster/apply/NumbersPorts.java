package dev.muster.apply;

/** What it takes to send by numbers: the sender, the last look at exclusions, and the look at a first part's log. */
public record NumbersPorts(PartSender sender, ExclusionReader exclusions, FirstPartCheck firstPart) {}
