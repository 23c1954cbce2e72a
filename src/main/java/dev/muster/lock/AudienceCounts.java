package dev.muster.lock;

/**
 * The size of an audience when it was approved: people, messages (one person on two contact rows gets two), and how many
 * contacts the exclusions took out. Counts only; nothing in the record names a person.
 *
 * @param atMost whether nobody could count, and these are the most that were approved; locks of 0.1 do not tell
 */
public record AudienceCounts(int people, int messages, int excluded, boolean atMost) {
    /** Of an audience that was counted. */
    public AudienceCounts(int people, int messages, int excluded) {
        this(people, messages, excluded, false);
    }
}
