package dev.muster.lock;

import java.time.Instant;

/** Who holds the exclusive run, for the message to everyone else. It decides nothing: the operating system's lock does. */
public record RunOwner(String run, String actor, long pid, String host, Instant since) {
    public static RunOwner of(RunIdentity run, LockEnvironment here) {
        return new RunOwner(
                run.id(), run.actor(), here.pid(), here.host(), here.clock().instant());
    }

    public String sentence() {
        return "run " + run + " of " + actor + " (process " + pid + " on " + host + ", since " + since + ")";
    }
}
