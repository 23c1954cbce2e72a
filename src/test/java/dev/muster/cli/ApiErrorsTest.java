package dev.muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.sandbox.api.Operation;
import dev.muster.sandbox.http.Fault;
import dev.muster.testing.ClientEndpoints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.approvaltests.Approvals;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every error of the API document, section 7, on everything that the client asks for: what a user sees of it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ApiErrorsTest {
    /** More than any command asks: the error stays. */
    private static final int FOR_EVER = 100;

    @TempDir
    Path folder;

    /** The errors, letter by letter as the API document shows them. */
    private enum ApiError {
        INVALID_KEY(401, "{\"error\":\"Unauthorized\",\"message\":\"Invalid API Key\",\"status_code\":401}"),
        MISSING_FIELD(400, "{\"error\":\"Bad Request\",\"message\":\"Required field is missing\",\"status_code\":400}"),
        TEMPLATE(
                422,
                "{\"error\":\"WhatsApp Business Platform Error\",\"message\":\"Message template not approved\","
                        + "\"status_code\":422,\"details\":{\"field\":\"message\",\"code\":\"TEMPLATE_NOT_APPROVED\"}}"),
        RATE_LIMIT(
                429,
                "{\"error\":\"Rate Limit Exceeded\",\"message\":\"Too many requests\",\"status_code\":429,"
                        + "\"retry_after\":60}");

        private final int status;
        private final String body;

        ApiError(int status, String body) {
            this.status = status;
            this.body = body;
        }

        private Fault fault() {
            var answer = new Fault.Spoiling.Replaced(status, Map.of("Content-Type", "application/json"), body);
            return new Fault(0, false, Duration.ZERO, Optional.empty(), answer);
        }
    }

    @Test
    void every_endpoint_of_the_client_is_visited() throws IOException {
        var visited = Arrays.stream(Visit.values())
                .map(visit -> visit.operation().written())
                .sorted()
                .toList();
        assertThat(ClientEndpoints.all()).containsExactlyElementsOf(visited);
        assertThat(ClientEndpoints.hidden()).isZero();
    }

    @Test
    void every_error_on_every_endpoint_says_what_is_wrong_and_what_to_do() throws IOException {
        var told = new StringBuilder();
        for (var visit : Visit.values()) {
            for (var error : ApiError.values()) {
                told.append(told(visit, error));
            }
        }
        Approvals.verify(told);
    }

    private String told(Visit visit, ApiError error) throws IOException {
        var place = Files.createDirectories(folder.resolve(visit + "-" + error));
        try (var program = new InMemoryProgram(place)) {
            visit.prepare(program);
            program.sandbox().forgetRequests();
            program.sandbox().fault(visit.operation(), error.fault(), FOR_EVER);
            var run = visit.run(program);
            assertThat(run.all())
                    .as("what `%s` prints", visit.command())
                    .doesNotContain(program.sandbox().apiKey(), Visit.PERSON, Visit.NUMBER)
                    .doesNotContain("a bug in Muster");
            return """
                    ==== %s · %s
                    SeaX answers  %s %s
                    asked         %s
                    $ muster %s
                    %sexit code %s

                    """.formatted(
                            visit.operation().written(),
                            error.toString().toLowerCase(java.util.Locale.ROOT).replace('_', ' '),
                            error.status,
                            error.body,
                            times(asked(program, visit.operation())),
                            visit.command(),
                            shown(run, place),
                            run.code());
        }
    }

    private static String times(long asked) {
        return asked == 1 ? "once" : asked + " times";
    }

    private static long asked(InMemoryProgram program, Operation operation) {
        var parts = operation.written().split(" /", 2);
        var path = ".*/workspace/[^/]+/" + parts[1].replace("{id}", "[^/]+") + "(\\?.*)?";
        return program.sandbox().requests().stream()
                .filter(request ->
                        request.method().equals(parts[0]) && request.target().matches(path))
                .count();
    }

    private static String shown(InMemoryProgram.Run run, Path place) {
        var address = "http://127\\.0\\.0\\.1:[0-9]+";
        return run.all()
                .replace(place + "/", "")
                .replaceAll(address, "http://127.0.0.1:PORT")
                .lines()
                .map(line -> line.isEmpty() ? "|" : "| " + line)
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
