package dev.muster.cli;

import dev.muster.check.Checker;
import dev.muster.policy.RecipientZones;
import dev.muster.seax.SeaxConnector;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * What a command will surely need and is slow to load, begun on other threads while the arguments and the files are read.
 * Nothing depends on it: what is not there in time is loaded where it is used, and what fails here fails there again.
 */
final class Preloader {
    private static final Set<String> READING =
            Set.of("validate", "plan", "apply", "status", "logs", "report", "resolve", "audience", "send");
    private static final Set<String> CONNECTING = Set.of(
            "plan",
            "apply",
            "status",
            "logs",
            "report",
            "resolve",
            "audience",
            "labels",
            "phones",
            "templates",
            "send",
            "contacts");

    private static final Set<String> PLANNING = Set.of("plan", "apply");

    private Preloader() {}

    /** Begins, and returns the threads on which it goes on; none of them keeps the program alive. */
    static List<Thread> begin(List<String> arguments) {
        var begun = new ArrayList<Thread>();
        if (!Collections.disjoint(READING, arguments)) {
            begun.add(onItsOwn(Checker::prepare));
        }
        if (!Collections.disjoint(CONNECTING, arguments) && !arguments.contains("--offline")) {
            begun.add(onItsOwn(() -> SeaxConnector.prepare(System::getProperty)));
            if (!Collections.disjoint(PLANNING, arguments)) {
                begun.add(onItsOwn(RecipientZones::prepare));
            }
        }
        return begun;
    }

    static Thread onItsOwn(Runnable loading) {
        var thread = new Thread(loading, "head-start");
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((of, failure) -> {});
        thread.start();
        return thread;
    }
}
