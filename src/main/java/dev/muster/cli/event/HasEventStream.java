package dev.muster.cli.event;

/** A command whose JSON is a stream of events, of which the last says how it ended, also when it failed. */
public interface HasEventStream {
    boolean isStream();
}
