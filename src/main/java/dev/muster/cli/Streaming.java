package dev.muster.cli;

/** A command whose JSON is a stream of events, of which the last says how it ended, also when it failed. */
interface Streaming {
    boolean isStream();
}
