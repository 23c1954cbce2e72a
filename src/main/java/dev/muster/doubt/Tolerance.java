package dev.muster.doubt;

/** What a person accepts of a campaign that they name, besides what SeaX shows of every campaign that was asked for. */
public enum Tolerance {
    NOTHING,
    /** That its name does not bear the marker, or is another one, as when it was renamed. */
    OTHER_NAME,
    /** Whatever differs. */
    EVERYTHING
}
