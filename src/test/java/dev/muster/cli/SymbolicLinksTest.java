package dev.muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.cli.env.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A branch may bring symbolic links, under every name that Muster reads or writes. None makes it show a file of the machine,
 * none makes it overwrite one, and nothing is sent over one.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SymbolicLinksTest {
    private static final String SECRET = "key: THE-SECRET-OF-THE-MACHINE\n";

    @TempDir
    Path folder;

    private InMemoryProgram program;
    private Path secret;

    @BeforeEach
    void start() throws IOException {
        program = new InMemoryProgram(folder);
        secret = Files.writeString(folder.resolve("secret"), SECRET);
    }

    @AfterEach
    void stop() {
        program.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"campaigns/a.yaml", "campaigns/muster.yaml", "campaigns/test.yaml"})
    void a_definition(String name) throws IOException {
        link(name, secret);

        for (var command : new String[] {"validate", "plan", "apply"}) {
            var run = program.run(command);
            assertThat(run.code()).isEqualTo(ExitCode.ERROR.number());
            assertThat(run.all()).contains("yaml/symlink");
            assertUntouched(run);
        }
    }

    @Test
    void a_folder_of_definitions() throws IOException {
        var elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("a.yaml"), SECRET);
        link("campaigns/more", elsewhere);

        assertUntouched(refused("validate", "yaml/symlink"));
    }

    /** Also where the link points nowhere, so that writing would make a file. */
    @ParameterizedTest
    @ValueSource(strings = {"lock.json", "lock.json.tmp", "lock.journal", "lock.owner"})
    void a_file_of_the_lock(String name) throws IOException {
        if (name.equals("lock.journal")) {
            program.run("init");
        }
        var nowhere = folder.resolve("nowhere");
        for (var target : new Path[] {secret, nowhere}) {
            link("campaigns/sandbox." + name, target);
            assertUntouched(refused("apply --confirm 6", "symbolic link"));
            assertThat(nowhere).doesNotExist();
        }
        assertThat(program.sandbox().ledger().messages()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"plan.json, plan -o plan.json", "plan.html, plan -o plan.html", "report.html, report -o report.html"})
    void a_file_to_be_written(String name, String command) throws IOException {
        program.run("init");
        var nowhere = folder.resolve("nowhere");
        for (var target : new Path[] {secret, nowhere}) {
            link(name, target);
            assertUntouched(refused(command, "symbolic link"));
            assertThat(nowhere).doesNotExist();
        }
        Files.delete(folder.resolve(name));
        assertThat(program.run(command.split(" ", -1)).code()).isZero();
        assertThat(folder.resolve(name)).isRegularFile();
    }

    @Test
    void a_log_takes_the_place_of_a_link() throws IOException {
        program.run("apply", "--confirm", "6");
        link("log.csv", secret);

        assertUntouched(program.run("logs", "system-test", "-o", "log.csv"));
        assertThat(folder.resolve("log.csv")).isSymbolicLink();
        assertUntouched(program.run("logs", "system-test", "-o", "log.csv", "--overwrite"));
        assertThat(Files.isSymbolicLink(folder.resolve("log.csv"))).isFalse();
    }

    @Test
    void the_list_of_imports() throws IOException {
        Files.writeString(folder.resolve("people.csv"), "name,phone\nQuirina Vogelsang,+12025550143\n");
        link("campaigns/.muster/sandbox.imports.jsonl", secret);

        assertUntouched(refused("contacts import people.csv --confirm 1", "symbolic link"));
        assertUntouched(refused("contacts import people.csv --confirm 1 --again", "symbolic link"));
        assertThat(program.run("contacts", "list", "--keyword", "Quirina").all())
                .doesNotContain("Q•••");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "apply link",
                "lock adopt --rescue link",
                "contacts check link",
                "contacts import link --confirm 1"
            })
    void what_is_read_by_its_name_is_not_shown(String command) throws IOException {
        program.run("init");
        link("link", secret);

        var run = program.run(command.split(" ", -1));
        assertThat(run.code()).isNotIn(ExitCode.OK.number(), ExitCode.BUG.number());
        assertUntouched(run);
    }

    private void link(String name, Path target) throws IOException {
        var link = folder.resolve(name);
        Files.createDirectories(link.getParent());
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, target);
    }

    private InMemoryProgram.Run refused(String command, String why) {
        var run = program.run(command.split(" ", -1));
        assertThat(run.code()).as(run.all()).isIn(ExitCode.ERROR.number(), ExitCode.REFUSED.number());
        assertThat(run.all()).contains(why);
        return run;
    }

    private void assertUntouched(InMemoryProgram.Run run) throws IOException {
        assertThat(run.all()).doesNotContain("THE-SECRET");
        assertThat(secret).hasContent(SECRET);
    }
}
