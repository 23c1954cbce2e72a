package dev.muster.cli.send;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.cli.EveryCommand;
import dev.muster.cli.InMemoryProgram;
import dev.muster.sandbox.api.Operation;
import dev.muster.sandbox.http.Fault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Addresses of media and links come from a pull request. Whoever fetched them from a CI system would open its network to
 * whoever wrote them, so Muster does not: what is behind an address is between SeaX and WhatsApp.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MediaIsNotFetchedTest {
    @TempDir
    Path folder;

    @Test
    void no_command_connects_to_what_a_message_names() throws IOException {
        var connections = new AtomicInteger();
        try (var inside = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                var program = new InMemoryProgram(folder)) {
            count(inside, connections);
            program.run("apply", "--confirm", "6");
            program.sandbox().fault(Operation.TEMPLATES, Fault.status(404), 10_000);
            var address = "https://localhost:" + inside.getLocalPort() + "/picture.jpg";
            program.saying("{text: \"See %s\"}".formatted(address));
            assertThat(everything(program)).contains(address, "SeaX refused the campaign");
            program.saying("{text: \"See %s\", media: [\"%s\"]}".formatted(address, address));
            assertThat(everything(program)).contains(address, "message/media-not-sendable");

            assertThat(connections).hasValue(0);
            try (var self = new Socket(inside.getInetAddress(), inside.getLocalPort())) {
                assertThat(self.getInputStream().read()).isEqualTo(-1);
            }
            assertThat(connections).as("a connection would have been counted").hasValue(1);
        }
    }

    private static void count(ServerSocket server, AtomicInteger connections) {
        var thread = new Thread(
                () -> {
                    try {
                        while (true) {
                            var connection = server.accept();
                            connections.incrementAndGet();
                            connection.close();
                        }
                    } catch (IOException e) {
                        // the test is over
                    }
                },
                "inside");
        thread.setDaemon(true);
        thread.start();
    }

    private static String everything(InMemoryProgram program) {
        var said = new StringBuilder();
        EveryCommand.run(program, "none", (command, run) -> said.append(run.all()));
        return said.toString();
    }
}
