package dev.muster.cli.logs;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.muster.cli.command.Masking;
import dev.muster.diagnostic.EnvironmentException;
import dev.muster.model.RemoteId;
import dev.muster.outcome.Delivery;
import dev.muster.outcome.FailureCauses;
import dev.muster.outcome.FailureCodes;
import dev.muster.report.LogFormat;
import dev.muster.seax.ApiKey;
import dev.muster.seax.SeaxConnector;
import dev.muster.seax.SeaxEndpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Random;

/**
 * A log of any length, served page by page on this machine and read into a file, in a process of its own whose memory can be
 * limited: {@code LongLog ROWS FILE [keep]}. With {@code keep} it keeps every row, as no program should.
 */
public final class LongLog {
    private final int rows;

    private LongLog(int rows) {
        this.rows = rows;
    }

    public static void main(String[] arguments) throws IOException {
        // the JDK's server sends head and body apart, and would wait 40 ms between them
        System.setProperty("sun.net.httpserver.nodelay", "true");
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", new LongLog(Integer.parseInt(arguments[0]))::answer);
        server.start();
        int port = server.getAddress().getPort();
        System.exit(read(port, Path.of(arguments[1]), arguments.length > 2));
    }

    private static int read(int port, Path file, boolean keep) {
        var endpoint = new SeaxEndpoint("http://127.0.0.1:" + port + "/api/v1", "w", ApiKey.of("fake-key-for-tests"));
        var causes = new FailureCauses(FailureCodes.published());
        var kept = new ArrayList<Delivery>();
        try (var workspace = SeaxConnector.workspace(endpoint, name -> null, duration -> {}, new Random(1));
                var log = LogFile.open(file, LogFormat.CSV, "all", causes::take)) {
            workspace.each(new RemoteId("c"), log.rows(), log.ids(), row -> {
                causes.take(row);
                log.write(Masking.delivery(row));
                if (keep) {
                    kept.add(row);
                }
            });
            log.finish();
            System.out.println(causes.failed() + " of " + causes.messages() + " failed"
                    + (kept.isEmpty() ? "" : ", " + kept.size() + " kept"));
            return 0;
        } catch (EnvironmentException e) {
            System.out.println(e.getMessage());
            return 1;
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        var query = exchange.getRequestURI().getQuery();
        int offset = number(query, "offset");
        int to = Math.min(rows, offset + number(query, "limit"));
        var page = new StringBuilder("{\"total\":" + rows + ",\"data\":[");
        for (int i = offset; i < to; i++) {
            page.append(i == offset ? "" : ",").append(row(i));
        }
        var body = page.append("]}").toString().getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static String row(int i) {
        return "{\"id\":\"log_" + i + "\",\"contact_id\":\"contact_" + i + "\",\"contact_name\":\"Ada " + i
                + "\",\"contact_phone\":\"+1555" + (1_000_000 + i) + "\",\"message_status\":\""
                + (i % 100 == 0 ? "failed\",\"error_message\":\"Something went wrong" : "delivered")
                + "\",\"sent_time\":\"2026-12-01T15:00:01Z\",\"message_id\":\"wamid_" + i + "\"}";
    }

    private static int number(String query, String name) {
        return Integer.parseInt(query.replaceFirst(".*\\b" + name + "=([0-9]+).*", "$1"));
    }
}
