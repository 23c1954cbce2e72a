package dev.muster.lock;

/**
 * The size of an audience when it was approved: people, messages (one person on two contact rows gets two), and how many
 * contacts the exclusions took out. Counts only; nothing in the record names a person.
 */
public record AudienceCounts(int people, int messages, int excluded) {}
