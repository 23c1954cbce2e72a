package dev.muster.cli.lock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.cli.Workstation;
import dev.muster.lock.postgres.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands over a lock in a database: two people who share it, and what they are told when it is not there. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DatabaseLockTest {
    private static final int ERROR = 1;
    private static final int REFUSED = 3;

    @TempDir
    Path folder;

    @BeforeEach
    void two_checkouts() throws IOException {
        for (var person : new String[] {"ada", "robin"}) {
            var campaigns = Files.createDirectories(folder.resolve(person).resolve("campaigns"));
            Files.writeString(campaigns.resolve("muster.yaml"), """
                    kind: project
                    default_workspace: fleet
                    workspaces:
                      fleet:
                        sandbox: {clock: 2026-11-30T09:00:00Z}
                        lock: {store: postgres, url_env: FLEET_LOCK}
                    """);
            Files.writeString(campaigns.resolve("test.yaml"), """
                    kind: campaign
                    key: system-test
                    name: System test
                    owner: crm-team
                    audience: {any: [staff_test]}
                    senders: [Sales Line]
                    message: {text: This is a test of our message system. Nothing to do for you.}
                    schedule: immediately
                    """);
        }
    }

    private Workstation desk(String person, String url) {
        return new Workstation(folder.resolve(person), Map.of("USER", person, "FLEET_LOCK", url), Clock.systemUTC());
    }

    @Test
    void what_one_person_sent_the_other_does_not_send_again() {
        var url = PostgresServer.freshUrl();
        assertThat(desk("ada", url).run("init").out())
                .isEqualTo(
                        "wrote campaigns/.gitignore\nwrote campaigns/.gitattributes\nwrote an empty lock for workspace fleet\n");
        var sent = desk("ada", url).run("apply", "--confirm", "6");
        assertThat(sent.code()).as(sent.out() + sent.err()).isZero();

        var other = desk("robin", url);
        assertThat(other.run("lock", "list").out()).contains("system-test/1", "CONFIRMED");
        assertThat(other.run("lock", "verify").code()).isZero();
        var again = other.run("apply", "--confirm", "6");
        assertThat(again.out()).doesNotContain("+ system-test");
        assertThat(other.run("sandbox", "ledger", "--json").out()).contains("\"messages\" : 0");
        assertThat(folder.resolve("ada/campaigns/fleet.lock.json")).doesNotExist();
    }

    @Test
    void a_database_in_which_nothing_was_begun_may_be_the_wrong_one() {
        var url = PostgresServer.freshUrl();
        assertThat(desk("ada", url).run("plan").err())
                .contains("apply would send nothing: there is no lock in the database of FLEET_LOCK");
        var said = desk("ada", url).run("apply", "--confirm", "6");

        assertThat(said.code()).isEqualTo(REFUSED);
        assertThat(said.err())
                .contains("there is no lock in the database of FLEET_LOCK", "`muster init` writes an empty one");
        assertThat(desk("ada", "").run("sandbox", "ledger", "--json").out()).contains("\"messages\" : 0");
    }

    @Test
    void nothing_else_begins_a_record_there_either() {
        var url = PostgresServer.freshUrl();
        desk("ada", url).run("init");
        var sent = desk("ada", url).run("apply", "--confirm", "6").out();
        int begin = sent.indexOf("campaign_");
        var id = sent.substring(begin, sent.indexOf(',', begin));
        assertThat(folder.resolve("ada/campaigns/fleet.lock.seen").toFile().delete())
                .isTrue();
        var elsewhere = desk("ada", PostgresServer.freshUrl());

        var adopted = elsewhere.run("lock", "adopt", "system-test", "--id", id);

        assertThat(adopted.code()).as(adopted.out() + adopted.err()).isEqualTo(REFUSED);
        assertThat(adopted.err()).contains("there is no lock in the database of FLEET_LOCK");
        assertThat(elsewhere.run("lock", "verify").out()).contains("no lock yet");
    }

    @Test
    void another_database_than_before_is_refused() {
        var url = PostgresServer.freshUrl();
        desk("ada", url).run("init");
        desk("ada", url).run("apply", "--confirm", "6");

        for (var command : new String[] {"plan", "init"}) {
            var said = desk("ada", PostgresServer.freshUrl()).run(command);

            assertThat(said.code()).as(command).isEqualTo(REFUSED);
            assertThat(said.err())
                    .contains("is not the one that was used from here before", "delete", "campaigns/fleet.lock.seen");
        }
    }

    @Test
    void init_warns_of_a_record_in_another_schema_of_the_same_database() {
        var server = PostgresServer.freshDatabase();
        var before = server.schema("sent_before");
        desk("ada", before).run("init");
        desk("ada", before).run("apply", "--confirm", "6");

        var said = desk("robin", server.schema("made_by_mistake")).run("init");

        assertThat(said.code()).isZero();
        assertThat(said.out()).contains("wrote an empty lock for workspace fleet");
        assertThat(said.err())
                .contains(
                        "Schema \"sent_before\" of the same database has a record",
                        "called fleet, with 3 steps",
                        "set `lock.schema` of the workspace to sent_before",
                        "fleet.lock.seen")
                .doesNotContain("wrong-is-fine");
        assertThat(desk("robin", before).run("plan").err())
                .as("before the file is deleted")
                .contains("delete");
    }

    @Test
    void what_init_said_of_the_other_schema_helps() throws IOException {
        var server = PostgresServer.freshDatabase();
        var before = server.schema("sent_before");
        desk("ada", before).run("init");
        desk("ada", before).run("apply", "--confirm", "6");
        server.schema("postgres"); // the one that the server gives this user
        desk("robin", server.url()).run("init");
        var project = folder.resolve("robin/campaigns/muster.yaml");

        Files.writeString(
                project, Files.readString(project).replace("FLEET_LOCK}", "FLEET_LOCK, schema: sent_before}"));
        Files.delete(folder.resolve("robin/campaigns/fleet.lock.seen"));

        assertThat(desk("robin", server.url()).run("lock", "list").out()).contains("system-test/1");
    }

    @Test
    void a_schema_in_the_project_file_and_another_one_in_the_url_are_refused() throws IOException {
        var project = folder.resolve("ada/campaigns/muster.yaml");
        Files.writeString(project, Files.readString(project).replace("FLEET_LOCK}", "FLEET_LOCK, schema: locks}"));
        var server = PostgresServer.freshDatabase();
        server.schema("locks");

        var said = desk("ada", server.schema("other")).run("init");

        assertThat(said.code()).isEqualTo(ERROR);
        assertThat(said.err())
                .contains("`lock.schema` says locks", "FLEET_LOCK", "take `currentSchema` out of the URL")
                .doesNotContain("wrong-is-fine");
        assertThat(desk("ada", server.url() + "?currentSchema=locks")
                        .run("init")
                        .code())
                .isZero();
    }

    @Test
    void init_says_nothing_of_schemas_that_have_no_record_of_this_workspace() {
        var server = PostgresServer.freshDatabase();
        server.execute("CREATE SCHEMA foreign_one");
        server.execute("CREATE TABLE foreign_one.muster_head (id integer)");
        server.execute("CREATE SCHEMA of_another_workspace");
        server.execute("CREATE TABLE of_another_workspace.muster_head AS"
                + " SELECT 'fleet' AS workspace, 'ws-2' AS workspace_id, 'sandbox' AS base_url, 7 AS serial");
        var url = server.schema("only_one");

        assertThat(desk("ada", url).run("init").err()).doesNotContain("other one");
        assertThat(desk("ada", url).run("init").err()).doesNotContain("other one");
    }

    @Test
    void init_needs_no_right_to_look_into_other_schemas() {
        var server = PostgresServer.freshDatabase();
        desk("ada", server.schema("closed")).run("init");
        var url = server.schemaOfStranger("open");

        var said = desk("robin", url).run("init");

        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out()).contains("wrote an empty lock");
        assertThat(said.err()).doesNotContain("other one", "closed");
    }

    @Test
    void without_its_variable_nothing_is_planned() {
        var said = new Workstation(folder.resolve("ada"), Map.of("USER", "ada"), Clock.systemUTC()).run("plan");
        assertThat(said.code()).isEqualTo(ERROR);
        assertThat(said.err()).contains("set the environment variable FLEET_LOCK");
    }

    @Test
    void a_wrong_name_of_a_database_is_said_so() {
        var url = PostgresServer.freshUrl().replaceAll("/postgres\\?.*", "/nothing_here");
        var said = desk("ada", url).run("plan");
        assertThat(said.code()).isEqualTo(REFUSED);
        assertThat(said.err())
                .contains("There is no database of that name: correct the name after the host in FLEET_LOCK")
                .doesNotContain("wrong-is-fine");
    }

    @Test
    void a_wrong_host_or_port_is_said_so() {
        var host = desk("ada", "postgresql://ada:canary-4f2a@nowhere.invalid/locks")
                .run("plan");
        assertThat(host.err()).contains("There is no host of that name: correct the host in FLEET_LOCK");
        var port = desk("ada", "postgresql://ada:canary-4f2a@127.0.0.1:1/locks").run("plan");
        assertThat(port.err()).contains("No database listens there: correct host and port in FLEET_LOCK");
    }

    @Test
    void a_server_without_tls_is_said_so_where_the_url_asks_for_it() {
        var said = desk("ada", PostgresServer.freshUrl() + "&sslmode=require").run("plan");
        assertThat(said.code()).isEqualTo(REFUSED);
        assertThat(said.err()).contains("The encrypted connection could not be made: correct `sslmode`");
    }

    @Test
    void a_database_that_does_not_answer_is_refused_without_its_password() {
        var said = desk("ada", "postgresql://ada:canary-4f2a@127.0.0.1:1/locks").run("--debug", "plan");
        assertThat(said.code()).isEqualTo(REFUSED);
        assertThat(said.err())
                .contains("the record of workspace fleet in the database of FLEET_LOCK cannot be used")
                .doesNotContain("canary-4f2a");
    }
}
