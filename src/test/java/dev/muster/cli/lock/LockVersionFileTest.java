package dev.muster.cli.lock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.cli.InMemoryProgram;
import dev.muster.cli.env.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file that {@code muster lock merge} cannot use is named with its own reason, and the lock stays as it was. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LockVersionFileTest {
    private static final String LOCK = "campaigns/sandbox.lock.json";

    @TempDir
    static Path folder;

    private static InMemoryProgram program;
    private static String lock;

    @BeforeAll
    static void begin() throws IOException {
        program = new InMemoryProgram(folder);
        program.run("init");
        assertThat(program.run("apply", "--confirm", "6").code()).isZero();
        lock = Files.readString(folder.resolve(LOCK));
        program.write("empty.json", "");
        program.write("README.txt", "no lock");
        program.write("list.json", "[]");
        program.write("object.json", "{}");
        program.write("cut.json", lock.substring(0, lock.length() / 2));
        program.write(
                "edited.json",
                lock.replace("System test", "System text").replaceFirst("\"serial\": \\d+", "\"serial\": 99"));
        program.write("newer.json", lock.replace("\"format\": 1", "\"format\": 9"));
        Files.write(folder.resolve("latin.json"), new byte[] {(byte) 0xE9, '\n'});
        Files.createSymbolicLink(folder.resolve("gone.json"), folder.resolve("nowhere.json"));
    }

    @AfterAll
    static void end() {
        program.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nofile.json  | 1 | there is no file nofile.json",
                "gone.json    | 1 | there is no file gone.json",
                "campaigns    | 1 | campaigns is a folder: name a version of the lock file",
                "latin.json   | 1 | latin.json cannot be read: it is no text in UTF-8",
                "empty.json   | 1 | empty.json is empty: name a version of the lock file",
                "README.txt   | 3 | README.txt:1:1: this is not as Muster wrote it",
                "list.json    | 3 | list.json:1:1: this is not as Muster wrote it",
                "object.json  | 3 | object.json:1:2: this is not as Muster wrote it",
                "cut.json     | 3 | cut.json:",
                "edited.json  | 3 | edited.json: this is not as Muster wrote it: it was changed after Muster wrote it",
                "newer.json   | 3 | newer.json: this was written by a newer Muster: it has format 9"
            })
    void each_file_has_its_own_reason(String file, int code, String reason) throws IOException {
        var refused = program.run("lock", "merge", file);

        assertThat(refused.code()).as(refused.all()).isEqualTo(code);
        assertThat(refused.err()).contains(reason).doesNotContain("git checkout", "their version");
        assertThat(folder.resolve(LOCK)).hasContent(lock);
    }

    @Test
    void the_drivers_files_have_the_same_reasons_and_stay() throws IOException {
        program.write("ours.json", lock);

        var refused = program.run("lock", "merge", "nofile.json", "ours.json", "README.txt");

        assertThat(refused.code()).isEqualTo(ExitCode.ERROR.number());
        assertThat(refused.err()).contains("there is no file nofile.json");
        assertThat(program.run("lock", "merge", "empty.json", "ours.json", "README.txt")
                        .err())
                .contains("README.txt:1:1: this is not as Muster wrote it");
        assertThat(folder.resolve("ours.json")).hasContent(lock);
    }

    @Test
    void the_lock_of_another_workspace_is_named_and_not_joined() throws IOException {
        var other = Files.createDirectory(folder.resolve("other"));
        try (var elsewhere = new InMemoryProgram(other)) {
            elsewhere.write("campaigns/muster.yaml", """
                    kind: project
                    default_workspace: shop
                    workspaces:
                      shop: {base_url: "https://seax.example/api/v1", workspace_id: 11111111-2222-4333-8444-555555555555, api_key_env: K, lock: {store: file}}
                    """);
            elsewhere.run("init");
        }

        var refused = program.run("lock", "merge", "other/campaigns/shop.lock.json");

        assertThat(refused.code()).isEqualTo(ExitCode.REFUSED.number());
        assertThat(refused.err()).contains("other/campaigns/shop.lock.json: this is the record of another workspace");
        assertThat(folder.resolve(LOCK)).hasContent(lock);
    }

    @Test
    void the_same_version_twice_changes_nothing() throws IOException {
        var same = program.run("lock", "merge", LOCK);

        assertThat(same.code()).as(same.all()).isZero();
        assertThat(same.out()).contains(LOCK + " has all of it already");
        assertThat(folder.resolve(LOCK)).hasContent(lock);
    }
}
