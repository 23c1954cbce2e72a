package dev.muster.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.definition.Definitions;
import dev.muster.definition.PublishedSchemas;
import dev.muster.diagnostic.Checked;
import dev.muster.report.text.FindingsText;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.approvaltests.Approvals;
import org.approvaltests.core.Options;
import org.approvaltests.namer.ApprovalNamer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Definitions that must be accepted, and definitions that must be refused with exactly the approved findings. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DefinitionFixturesTest {
    private static final String FAILS = "# schema: fails";
    private static final String CANNOT_EXPRESS = "# schema: cannot express";

    static List<Path> accepted() {
        return Stream.concat(Folder.fixtures("ok").stream(), Stream.of(Path.of("campaigns")))
                .toList();
    }

    static List<Path> refused() {
        return Folder.fixtures("err");
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void is_accepted_by_the_tool_and_by_the_schemas(Path fixture) {
        var checked = check(fixture);

        assertThat(checked.stops()).as(FindingsText.of(checked.diagnostics())).isFalse();
        assertThat(yaml(fixture))
                .allSatisfy(file -> assertThat(PublishedSchemas.errors(read(file)))
                        .as(file.toString())
                        .isEmpty());
    }

    @ParameterizedTest
    @MethodSource("refused")
    void is_refused_with_these_findings(Path fixture) {
        var findings = FindingsText.of(check(fixture).diagnostics()).replace(fixture.getParent() + "/", "");

        Approvals.verify(findings, new Options().forFile().withNamer(new Beside(fixture)));
    }

    /** Both directions: what the schema can express it refuses, and it refuses nothing that it does not say. */
    @ParameterizedTest
    @MethodSource("refused")
    void fails_in_the_schema_exactly_where_it_says_so(Path fixture) {
        assertThat(yaml(fixture)).allSatisfy(file -> {
            var text = read(file);
            if (Files.isRegularFile(fixture)) {
                assertThat(text).as("the first line says what the schema does").containsPattern("^# schema: ");
            }
            if (text.startsWith(FAILS)) {
                assertThat(PublishedSchemas.errors(text)).as(file.toString()).isNotEmpty();
            } else if (PublishedSchemas.canJudge(text)) {
                assertThat(PublishedSchemas.errors(text)).as(file.toString()).isEmpty();
            }
            assertThat(text.lines().findFirst().orElse("").startsWith("# schema:"))
                    .isEqualTo(text.startsWith(FAILS) || text.startsWith(CANNOT_EXPRESS));
        });
    }

    @Test
    void the_examples_have_no_finding_but_the_accepted_danger() {
        var findings = Folder.at(Path.of("campaigns")).diagnostics();

        assertThat(FindingsText.summary(findings)).isEqualTo("1 danger (accepted)");
    }

    private static Checked<Definitions> check(Path fixture) {
        return Files.isDirectory(fixture)
                ? Folder.at(fixture)
                : Folder.of(fixture.getFileName().toString(), read(fixture));
    }

    private static List<Path> yaml(Path fixture) {
        try (var files = Files.walk(fixture)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The approved file lies beside its fixture. */
    private record Beside(Path fixture) implements ApprovalNamer {
        @Override
        public File getApprovedFile(String extension) {
            return beside(".approved.txt");
        }

        @Override
        public File getReceivedFile(String extension) {
            return beside(".received.txt");
        }

        @Override
        public String getApprovalName() {
            return fixture.getFileName().toString().replaceAll("\\.yaml$", "");
        }

        @Override
        public String getSourceFilePath() {
            return String.valueOf(fixture.getParent());
        }

        @Override
        public ApprovalNamer addAdditionalInformation(String information) {
            return this;
        }

        @Override
        public String getAdditionalInformation() {
            return "";
        }

        private File beside(String ending) {
            return fixture.resolveSibling(getApprovalName() + ending).toFile();
        }
    }
}
