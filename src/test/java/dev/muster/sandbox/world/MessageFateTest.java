package dev.muster.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.outcome.FailureCauses;
import dev.muster.outcome.FailureCodes;
import dev.muster.sandbox.http.RunningSandbox;
import dev.muster.testing.LogRows;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** What becomes of messages in the sandbox: its log and its statistics agree at any time, and its causes are Meta's. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MessageFateTest extends RunningSandbox {
    @ParameterizedTest
    @EnumSource(names = {"TUTORIAL_PLUS", "TUTORIAL_STRICT"})
    void the_log_has_what_the_statistics_count_whenever_one_looks(ServerVariant.Dialect dialect) throws Exception {
        with(dialect);
        var path = "campaigns/"
                + client.post("campaigns", client.campaign("Holiday Sale"))
                        .json()
                        .path("id")
                        .asString();
        for (int seconds : List.of(0, 3, 20, 60, 900)) {
            sandbox.advance(Duration.ofSeconds(seconds));
            var counted = client.get(path).json().path("statistics");
            var rows = rows(client.get(path + "/logs?limit=10000").json());
            assertThat(with(rows, "failed")).isEqualTo(counted.path("failed").asInt());
            assertThat(with(rows, "delivered"))
                    .isEqualTo(counted.path("delivered").asInt());
            assertThat(rows.size() - with(rows, "failed"))
                    .isEqualTo(counted.path("sent").asInt());
            assertThat(rows.stream().filter(row -> row.path("read_time").isString()))
                    .hasSize(counted.path("read").asInt());
        }
        assertThat(with(rows(client.get(path + "/logs?limit=10000").json()), "failed"))
                .isPositive();
    }

    @ParameterizedTest
    @EnumSource(names = "OPENAPI")
    void so_it_does_in_the_vendors_shapes(ServerVariant.Dialect dialect) throws Exception {
        with(dialect);
        var path = "campaigns/"
                + client.post("campaigns", client.openApiCampaign("Holiday Sale"))
                        .json()
                        .path("id")
                        .asString();
        for (int seconds : List.of(3, 20, 900)) {
            sandbox.advance(Duration.ofSeconds(seconds));
            var counted = client.get(path).json().path("statistics");
            var messages = rows(client.get(path + "/logs?limit=0").json().path("campaign_logs")).stream()
                    .map(row -> row.path("message"))
                    .toList();
            for (var status : List.of("sent", "delivered", "failed")) {
                assertThat(messages.stream()
                                .filter(message ->
                                        message.path("status").asString("").equals(status)))
                        .hasSize(counted.path(status).asInt());
            }
        }
    }

    private static List<JsonNode> rows(JsonNode page) {
        var data = page.path("data");
        return IntStream.range(0, data.size()).mapToObj(data::get).toList();
    }

    private static int with(List<JsonNode> rows, String status) {
        return (int) rows.stream()
                .filter(row -> row.path("message_status").asString("").equals(status))
                .count();
    }

    /** Told by the code, as one document has it, or by the text alone, as the other has. */
    @ParameterizedTest
    @EnumSource
    void every_cause_is_one_of_metas(MessageFate.Failure failure) {
        var codes = FailureCodes.published();
        var causes = new FailureCauses(codes);
        causes.take(LogRows.failed("a", failure.code));
        causes.take(LogRows.failed("b", failure.text));
        assertThat(codes.meaning(failure.code)).isPresent();
        assertThat(causes.all())
                .containsExactly(new FailureCauses.Cause(String.valueOf(failure.code), codes.meaning(failure.code), 2));
    }
}
