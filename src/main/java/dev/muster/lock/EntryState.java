package dev.muster.lock;

/** What is known of one send. "Not sent yet" is not a state: it is the absence of an entry. */
public enum EntryState {
    /** About to be posted, or the run died around the post: until its outcome is recorded, nobody knows. */
    INTENT,
    /** SeaX has it. Final. */
    CONFIRMED,
    /** Proved not to have been sent; may be tried again under the same identity. */
    REJECTED,
    /** Posted, with an unknown outcome. Never repeated by the tool. */
    IN_DOUBT,
    /** A person gave this generation up. Final. */
    ABANDONED
}
