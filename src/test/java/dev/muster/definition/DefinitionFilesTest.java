package dev.muster.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.diagnostic.Checked;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.EnvironmentException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DefinitionFilesTest {
    private final Path temporary;
    private final Path folder;

    DefinitionFilesTest(@TempDir Path temporary) throws IOException {
        this.temporary = temporary;
        this.folder = Files.createDirectory(temporary.resolve("campaigns"));
    }

    @Test
    void reads_yaml_below_the_folder_sorted_by_path() throws IOException {
        write("b.yaml", "b");
        write("2026/z.yml", "z");
        write("2026/a.yaml", "ş");
        write("notes.txt", "no definition");
        write(".hidden.yaml", "no definition");
        write(".git/config.yaml", "no definition");

        var read = read();

        assertThat(read.diagnostics()).isEmpty();
        assertThat(read.value().orElseThrow())
                .containsExactly(
                        new SourceFile(folder + "/2026/a.yaml", "ş"),
                        new SourceFile(folder + "/2026/z.yml", "z"),
                        new SourceFile(folder + "/b.yaml", "b"));
    }

    @Test
    void names_files_as_the_user_would_type_them() {
        var files = DefinitionFiles.read(Path.of("campaigns"), Path.of("campaigns"))
                .value()
                .orElseThrow();

        assertThat(files)
                .extracting(SourceFile::path)
                .contains("campaigns/muster.yaml", "campaigns/2026/new-year.yaml");
    }

    @Test
    void follows_no_link_to_a_file_or_a_folder() throws IOException {
        var outside = Files.createDirectory(temporary.resolve("outside"));
        Files.writeString(outside.resolve("secret.yaml"), "secret");
        Files.createSymbolicLink(folder.resolve("file.yaml"), outside.resolve("secret.yaml"));
        Files.createSymbolicLink(folder.resolve("dangling.yaml"), outside.resolve("nothing.yaml"));
        Files.createSymbolicLink(folder.resolve("folder"), outside);
        Files.createSymbolicLink(folder.resolve("harmless.png"), outside.resolve("secret.yaml"));

        var read = read();

        assertThat(read.value().orElseThrow()).isEmpty();
        assertThat(read.diagnostics())
                .allMatch(finding -> finding.id().equals("yaml/symlink"))
                .extracting(finding -> finding.place().file())
                .containsExactly(folder + "/dangling.yaml", folder + "/file.yaml", folder + "/folder");
    }

    @Test
    void accepts_a_link_that_the_user_named_as_the_folder() throws IOException {
        write("real/a.yaml", "a");
        var link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("real"));

        assertThat(DefinitionFiles.read(link, link).value().orElseThrow())
                .containsExactly(new SourceFile(link + "/a.yaml", "a"));
    }

    @Test
    void refuses_what_no_editor_would_show_as_it_is() throws IOException {
        Files.write(folder.resolve("latin-1.yaml"), new byte[] {'k', (byte) 0xE9});
        Files.write(folder.resolve("overlong.yaml"), new byte[] {(byte) 0xC0, (byte) 0x80});
        Files.write(folder.resolve("marked.yaml"), new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, 'k'});

        assertThat(rules(read())).containsExactly("yaml/not-utf8", "yaml/byte-order-mark", "yaml/not-utf8");
    }

    @Test
    void reads_a_file_of_the_largest_size_and_refuses_one_byte_more() throws IOException {
        write("fits.yaml", "#".repeat(DefinitionFiles.LARGEST_FILE));
        write("large.yaml", "#".repeat(DefinitionFiles.LARGEST_FILE + 1));

        var read = read();

        assertThat(read.value().orElseThrow()).hasSize(1);
        assertThat(rules(read)).containsExactly("yaml/too-large");
    }

    @Test
    void says_how_to_begin_when_there_is_no_folder() {
        assertThatThrownBy(() -> DefinitionFiles.read(folder.resolve("nowhere"), folder.resolve("nowhere")))
                .isInstanceOf(EnvironmentException.class)
                .hasMessageContaining("nowhere")
                .hasMessageContaining("muster init");
    }

    private Checked<List<SourceFile>> read() {
        return DefinitionFiles.read(folder, folder);
    }

    private static List<String> rules(Checked<?> checked) {
        return checked.diagnostics().stream().map(Diagnostic::id).toList();
    }

    private void write(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }
}
