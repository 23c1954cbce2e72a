package dev.muster.definition;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The files in {@code schemas/}, used as an editor uses them. */
public final class PublishedSchemas {
    private static final Pattern KIND = Pattern.compile("(?m)^kind: (project|campaign|audience|message|schedule)\\b");
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);

    private PublishedSchemas() {}

    static Path file(Kind kind) {
        return Path.of("schemas", kind.word() + ".schema.json");
    }

    /** Whether the text is a document that Muster can compose at all; if not, a schema has nothing to judge. */
    public static boolean canJudge(String yaml) {
        return JsonDefinitions.read(yaml).isPresent();
    }

    /** What an editor would underline; the schema of a file without a kind is the one for campaigns. */
    public static List<String> errors(String yaml) {
        var match = KIND.matcher(yaml);
        var kind = match.find() ? Kind.of(match.group(1)).orElseThrow() : Kind.CAMPAIGN;
        try (var schema = Files.newInputStream(file(kind))) {
            return REGISTRY.getSchema(schema).validate(JsonDefinitions.of(yaml)).stream()
                    .map(Error::toString)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
