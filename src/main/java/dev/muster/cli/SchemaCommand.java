package dev.muster.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code muster schema KIND}: the JSON Schema of a kind of definition, for editors. */
@Command(name = "schema", description = "Print the JSON Schema of a kind of definition.")
final class SchemaCommand implements Callable<Integer> {
    @ParentCommand
    private MusterCommand root;

    @Parameters(paramLabel = "KIND", description = "project, campaign, audience, message or schedule.")
    private Kind kind;

    enum Kind {
        PROJECT,
        CAMPAIGN,
        AUDIENCE,
        MESSAGE,
        SCHEDULE
    }

    @Override
    public Integer call() {
        var file = "/schemas/" + kind.name().toLowerCase(Locale.ROOT) + ".schema.json";
        try (InputStream schema = SchemaCommand.class.getResourceAsStream(file)) {
            root.session().console().product(new String(schema.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ExitCode.OK.number();
    }
}
