package dev.muster.cli;

/** Nothing is sent, for a reason that is said to the user; it ends the way to a post wherever that reason is found. */
final class Declined extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Declined(String why) {
        super(why);
    }
}
