package dev.muster.cli.project;

import dev.muster.cli.command.RootCommand;
import dev.muster.cli.env.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code muster schema KIND}: the JSON Schema of what people write, for editors, or of what Muster prints, for programs. */
@Command(name = "schema", description = "Print the JSON Schema of a kind of definition, or of what a command prints.")
public final class SchemaCommand implements Callable<Integer> {
    @ParentCommand
    private RootCommand root;

    @Parameters(paramLabel = "KIND", description = "One of ${COMPLETION-CANDIDATES}.")
    private Kind kind;

    public enum Kind {
        PROJECT,
        CAMPAIGN,
        AUDIENCE,
        MESSAGE,
        SCHEDULE,
        PLAN_OUTPUT,
        STATUS_OUTPUT,
        FINDINGS_OUTPUT,
        AUDIENCE_OUTPUT,
        RESOLVE_OUTPUT,
        EVENT_OUTPUT;

        /** What people write, and their editors check. */
        static final Set<Kind> WRITTEN = EnumSet.range(PROJECT, SCHEDULE);

        /** As it is typed, and as its file is named. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @Override
    public Integer call() {
        var file = "/schemas/" + kind + ".schema.json";
        try (InputStream schema = SchemaCommand.class.getResourceAsStream(file)) {
            root.session().console().product(new String(schema.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ExitCode.OK.number();
    }
}
