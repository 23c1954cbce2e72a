package dev.muster.ci.player;

import java.nio.file.Path;

/** A machine with its folders: what a job checks out, what goes before the next job, and the user's own folder. */
record Runner(Path home) {
    static Runner in(Path home) {
        var runner = new Runner(home);
        HubFiles.folder(runner.work());
        HubFiles.folder(runner.user());
        return runner.begin();
    }

    /** The next job on the same machine finds the checkout, and nothing of the other folder. */
    Runner begin() {
        HubFiles.folder(temporary());
        HubFiles.empty(temporary());
        return this;
    }

    Path work() {
        return home.resolve("work/campaigns/campaigns");
    }

    Path temporary() {
        return home.resolve("work/_temp");
    }

    Path user() {
        return home.resolve("user");
    }
}
