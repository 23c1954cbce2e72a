package dev.muster.cli.status;

import dev.muster.cli.command.Console;
import dev.muster.cli.env.ExitCode;
import dev.muster.diagnostic.EnvironmentException;
import dev.muster.model.CampaignIdentity;

/** The sends that could not be read now: each is said, and a run that would end well ends with an error. */
public final class UnreadSends implements StatusReader.Unread {
    private final Console console;
    private boolean any;

    public UnreadSends(Console console) {
        this.console = console;
    }

    @Override
    public void tell(CampaignIdentity identity, EnvironmentException why) {
        any = true;
        console.complain(identity + " could not be read now and is shown as it was seen last", why);
    }

    /** Its log could not be read, so there are no causes and no times. */
    void tellOfLog(CampaignIdentity identity, EnvironmentException why) {
        any = true;
        console.complain("The log of " + identity + " could not be read", why);
    }

    ExitCode code(ExitCode otherwise) {
        return any && otherwise == ExitCode.OK ? ExitCode.ERROR : otherwise;
    }
}
