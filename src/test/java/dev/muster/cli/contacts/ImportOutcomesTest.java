package dev.muster.cli.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.cli.InMemoryProgram;
import dev.muster.sandbox.api.Operation;
import dev.muster.sandbox.http.Fault;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user is told of an import, and what the next run of the same file does. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ImportOutcomesTest {
    private static final String[] IMPORT = {"contacts", "import", "people.csv", "--confirm", "2"};

    @TempDir
    private Path folder;

    private InMemoryProgram program;

    @BeforeEach
    void start() {
        program = new InMemoryProgram(folder);
        program.write("people.csv", "name,phone\nAda,+12025550100\nBea,+12025550101\n");
    }

    @AfterEach
    void end() {
        program.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "{\"id\":1}", "not JSON {{{", "{\"id\":\"job_1\"}", "<html>ok</html>"})
    void an_answer_that_is_not_understood_is_a_doubt_and_not_uploaded_again(String answer) {
        program.sandbox().fault(Operation.IMPORT_CONTACTS, Fault.commitThenBody(answer));
        program.sandbox().forgetRequests();

        var first = program.run(IMPORT);
        var next = program.run("contacts", "import", "people.csv", "--confirm", "2", "--duplicates", "update");

        assertThat(first.code()).as(first.all()).isEqualTo(6);
        assertThat(first.err())
                .contains("Whether SeaX took the file is unknown")
                .doesNotContain("Nothing was imported");
        assertThat(next.code()).as(next.all()).isEqualTo(6);
        assertThat(next.err())
                .contains(
                        "this very file was handed to SeaX on 2026-11-30T09:00:00Z, and whether SeaX took it is unknown");
        assertThat(uploads()).isEqualTo(1);
    }

    @Test
    void a_lost_answer_is_a_doubt_until_somebody_says_again() {
        program.sandbox().fault(Operation.IMPORT_CONTACTS, Fault.drop());

        assertThat(program.run(IMPORT).code()).isEqualTo(6);
        assertThat(program.run(IMPORT).code()).isEqualTo(6);
        assertThat(program.run("contacts", "import", "people.csv", "--confirm", "2", "--again"))
                .satisfies(run -> assertThat(run.code()).as(run.all()).isZero());
        assertThat(program.run("contacts", "import", "people.csv", "--confirm", "2", "--duplicates", "update"))
                .satisfies(run -> assertThat(run.code()).isEqualTo(3))
                .satisfies(run -> assertThat(run.err()).contains("which is \"finished\" now"));
    }

    @Test
    void a_refusal_is_no_doubt() {
        program.sandbox().fault(Operation.IMPORT_CONTACTS, Fault.status(422));

        assertThat(program.run(IMPORT))
                .satisfies(run -> assertThat(run.code()).isEqualTo(1))
                .satisfies(run -> assertThat(run.err()).contains("Nothing was imported."));
        assertThat(program.run(IMPORT).code()).isZero();
    }

    @Test
    void a_job_that_vanishes_is_a_doubt() {
        program.sandbox().fault(Operation.JOB, Fault.status(404));

        var run = program.run("contacts", "import", "people.csv", "--confirm", "2", "--json");

        assertThat(run.code()).as(run.all()).isEqualTo(6);
        assertThat(run.out()).contains("\"success\" : false").contains("does not know the job");
    }

    @Test
    void a_job_that_never_ends_is_left_after_a_while_and_said_to_go_on() {
        program.sandbox()
                .fault(
                        Operation.JOB,
                        Fault.commitThenBody(
                                "{\"job_id\":\"job_1\",\"status\":\"exploring\",\"type\":\"import_contacts\"}"),
                        10_000);

        var run = program.run(IMPORT);

        assertThat(run.code()).as(run.all()).isEqualTo(5);
        assertThat(run.out()).contains("which is still at work: \"exploring\". Run the same command again later");
        assertThat(run.err()).contains("importing: 0 of 0 rows");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"finished\",\"result\":{\"total_items\":2,\"processed_items\":2,\"failed_items\":1}",
                "\"finished\",\"result\":{\"total_items\":2,\"processed_items\":1,\"failed_items\":0}",
                "\"finished\",\"result\":{\"total_items\":1,\"processed_items\":1,\"failed_items\":0}",
                "\"failed\"",
                "\"stopped\""
            })
    void half_is_not_success(String job) {
        program.sandbox().fault(Operation.JOB, Fault.commitThenBody("{\"job_id\":\"job_1\",\"status\":" + job + "}"));

        var run = program.run("contacts", "import", "people.csv", "--confirm", "2", "--json");

        assertThat(run.code()).as(run.all()).isEqualTo(5);
        assertThat(run.out()).contains("\"success\" : false");
    }

    @Test
    void an_entry_after_a_cut_line_begins_on_a_line_of_its_own() {
        program.write("campaigns/.muster/sandbox.imports.jsonl", "{\"at\":\"2026-11-29T09:00:00Z\",\"dig");

        assertThat(program.run(IMPORT).code()).isZero();
        var next = program.run("contacts", "import", "people.csv", "--confirm", "2", "--duplicates", "update");

        assertThat(next.code()).as(next.all()).isEqualTo(3);
        assertThat(next.err()).contains("this very file was imported on 2026-11-30T09:00:00Z");
        assertThat(program.file("campaigns/.muster/sandbox.imports.jsonl"))
                .content()
                .startsWith("{\"at\":\"2026-11-29T09:00:00Z\",\"dig\n{");
    }

    private long uploads() {
        return program.sandbox().requests().stream()
                .filter(request -> request.toString().contains("import_contacts"))
                .count();
    }
}
