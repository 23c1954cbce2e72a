package dev.muster.cli.record;

import dev.muster.cli.command.CommandContext;
import dev.muster.cli.env.ExitCode;
import dev.muster.diagnostic.EnvironmentException;
import dev.muster.lock.LockStore;
import dev.muster.lock.SendState;
import dev.muster.lock.format.RescueLine;
import dev.muster.model.project.WorkspaceSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Feeds back what a run could not record: from the file that kept it, or from the line that it printed. Sends nothing. */
public record RescueImport(CommandContext session, WorkspaceSettings settings, LockStore store) {
    private static final String STANDARD_INPUT = "-";

    public ExitCode feed(String from) {
        var rescue = RescueLine.read(from.equals(STANDARD_INPUT) ? "standard input" : from, line(from));
        var absence =
                new LockDurabilityCheck(session, settings).absence(store.look().orRefuse());
        if (absence.isPresent()) {
            session.console().error(absence.get());
            return ExitCode.REFUSED;
        }
        try (var run = store.beginFor(rescue, session.who())) {
            var entry = rescue.into(run.lock());
            entry.ifPresent(run::record);
            session.console()
                    .product(rescue.entry().identity() + " is recorded as " + SendState.of(rescue.entry())
                            + (entry.isPresent() ? "" : " already") + "\n");
        }
        if (!from.equals(STANDARD_INPUT)) {
            RescueFile.remove(session.path(Path.of(from)));
        }
        return ExitCode.OK;
    }

    private String line(String from) {
        try {
            var text = from.equals(STANDARD_INPUT)
                    ? firstLine(session.surroundings().in())
                    : Files.readString(session.path(Path.of(from)));
            return text.strip().startsWith(RescueFile.PRINTED)
                    ? text.strip().substring(RescueFile.PRINTED.length())
                    : text;
        } catch (IOException e) {
            throw new EnvironmentException(from + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static String firstLine(BufferedReader in) throws IOException {
        return Objects.requireNonNullElse(in.readLine(), "");
    }
}
