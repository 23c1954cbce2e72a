package dev.muster.git;

/** The commits that can be reached from {@code end} and not from {@code start}. */
public record CommitRange(String start, String end) {}
