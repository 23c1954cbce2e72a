package dev.muster.contacts;

/** What came of handing a file to SeaX, once. */
public sealed interface Upload {
    /** SeaX has it, and works on it. */
    record Accepted(ImportJob job) implements Upload {}

    /** SeaX provably does not have it. */
    record NotTaken(String why) implements Upload {}

    /** Nobody can tell: the answer is lost, or is not understood. */
    record Unknown(String why) implements Upload {}
}
