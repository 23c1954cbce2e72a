package dev.muster.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SchemasTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .defaultPrettyPrinter(new DefaultPrettyPrinter()
                    .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                    .withArrayIndenter(new DefaultIndenter("  ", "\n")))
            .build();

    @ParameterizedTest
    @EnumSource(Kind.class)
    void the_published_schema_is_the_one_of_the_records(Kind kind) throws IOException {
        var written = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(SchemaWriter.schema(kind)) + "\n";
        var file = PublishedSchemas.file(kind);
        if (Boolean.getBoolean("muster.schemas.write")) {
            Files.writeString(file, written);
        }

        assertThat(Files.readString(file))
                .as("%s differs from the records; write it anew with -Dmuster.schemas.write=true", file)
                .isEqualTo(written);
    }

    @Test
    void every_example_in_the_comments_of_the_published_keys_is_valid() {
        for (var kind : Kind.values()) {
            for (var part : RecordSchema.of(kind.type()).parts()) {
                assertThat(PublishedSchemas.errors("kind: " + kind.word() + "\n" + part.key() + ": " + part.example()))
                        .as("%s.%s", kind, part.key())
                        .noneMatch(
                                error -> error.contains("'/" + part.key() + "'") || error.startsWith("/" + part.key()));
            }
        }
    }

    @Test
    void every_kind_of_definition_has_a_schema() {
        assertThat(Arrays.stream(Kind.values()).map(PublishedSchemas::file)).allMatch(Files::exists);
    }
}
