package dev.muster.seax;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.muster.contacts.DuplicateStrategy;
import dev.muster.contacts.Upload;
import dev.muster.model.LabelName;
import dev.muster.testing.Samples;
import dev.muster.testing.Worlds;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SeaxImporterTest {
    @TempDir
    private Path folder;

    @Test
    void says_the_length_of_what_it_uploads() throws IOException {
        var seen = new StringBuilder();
        var http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", exchange -> {
            int length = exchange.getRequestBody().readAllBytes().length;
            seen.append(exchange.getRequestHeaders().getFirst("Content-length"))
                    .append(' ')
                    .append(exchange.getRequestHeaders().getFirst("Transfer-encoding"))
                    .append(' ')
                    .append(length);
            exchange.sendResponseHeaders(422, -1);
            exchange.close();
        });
        http.start();
        var file = Files.writeString(folder.resolve("people.csv"), "phone\n" + "+12025550100\n".repeat(20_000));
        var url = "http://127.0.0.1:" + http.getAddress().getPort() + "/seax-api/api/v1";

        try (var server = new SeaxServer(Worlds.small())) {
            var importer = SeaxConnector.importer(
                    new SeaxEndpoint(url, Samples.WORKSPACE_ID, SeaxServer.KEY), name -> null, server.workspace());
            assertThat(importer.start(file, DuplicateStrategy.SKIP)).isInstanceOf(Upload.NotTaken.class);
        } finally {
            http.stop(0);
        }

        assertThat(seen.toString()).matches("(\\d+) null \\1");
    }

    @Test
    void a_label_without_a_name_stops_no_list() {
        try (var server = new SeaxServer(Worlds.small())) {
            server.replace("contact_labels", 200, SeaxServer.listOf(2, List.of(label("l-1", "vip"), label("l-2", ""))));

            assertThat(server.workspace().labels())
                    .extracting(label -> label.name().value())
                    .containsExactly("(no name, l-2)", "vip");
        }
    }

    @Test
    void a_receipt_label_that_is_made_and_not_listed_yet_is_said_to_be_made() {
        try (var server = new SeaxServer(Worlds.small())) {
            server.replace(
                    "contact_labels",
                    call -> call.method().equals("POST")
                            ? SeaxServer.Response.of(200, "{\"id\":\"l-1\",\"name\":\"muster/a\"}")
                            : SeaxServer.Response.of(200, SeaxServer.listOf(0, List.of())));
            var labels = SeaxConnector.receiptLabels(server.endpoint(), server.workspace(), name -> null);

            assertThat(labels.take(new LabelName("muster/a"), "owner"))
                    .hasToString(
                            "Failed[why=SeaX made the label muster/a and does not list it yet. Run again in a minute]");
        }
    }

    private static ObjectNode label(String id, String name) {
        return SeaxServer.object().put("id", id).put("name", name);
    }
}
