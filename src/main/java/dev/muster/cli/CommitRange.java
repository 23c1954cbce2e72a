package dev.muster.cli;

/** The commits that can be reached from {@code end} and not from {@code start}. */
record CommitRange(String start, String end) {}
