package dev.muster.apply;

import dev.muster.lock.MessageEntry;

/** What really happened to one single message. */
public sealed interface SingleEffect {
    /** Its outcome is in the lock, be it sent, refused or in doubt. */
    record Recorded(MessageEntry entry) implements SingleEffect {}

    /** Posted, and the outcome could not be written: the lock still says intent, so nobody takes it for unsent. */
    record NotRecorded(MessageEntry entry, String why) implements SingleEffect {}

    /** Not posted, and no intent recorded. */
    record NotTried(String why) implements SingleEffect {}
}
