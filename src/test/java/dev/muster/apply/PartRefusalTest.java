package dev.muster.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.model.Marker;
import dev.muster.model.Template;
import dev.muster.part.PartMember;
import dev.muster.plan.PartRequest;
import dev.muster.plan.PlannedPart;
import dev.muster.testing.Records;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the answers of the template campaigns' endpoint prove; both documented forms, and what lies between. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PartRefusalTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            200 | {"id":"c1","status":"sending","created_time":"2026-12-01T10:00:00Z","total_destinations":2,"job_id":"j1"} | 2 | sent
            200 | {"id":"c1","name":"Sale [m:%s]","type":"WHATSAPP_BUSINESS_PLATFORM_MESSAGE","created_time":"2026-12-01T10:00:00Z"} | 2 | sent
            201 | {"id":"c1"} | 2 | sent
            200 | {"id":"c1","name":"WABP TEMPLATE CAMPAIGN"} | 2 | odd
            200 | {"id":"c1","total_destinations":1} | 2 | odd
            200 | {"id":"c1","total_destinations":3} | 2 | odd
            200 | {"id":"c1","status":"failed"} | 2 | odd
            200 | {"status":"sending","total_destinations":2} | 2 | doubt
            202 | {"id":"c1"} | 2 | doubt
            400 | {"error":"template_not_found","message":"no such template","details":{"template":"sale"}} | 2 | refused
            400 | {"error":"missing_parameter","message":"a parameter is missing","details":{"missing_parameter":"name"}} | 2 | refused
            400 | {"error":"invalid_destination","message":"not a number","details":{"destination":"+1"}} | 2 | doubt
            400 | {"error":"invalid_destination","message":"not a number","details":{"destination":"+1"}} | 1 | refused
            400 | {"error":"Bad Request","message":"something"} | 2 | doubt
            400 | {"error":"Bad Request","message":"template?","details":{"field":"to_number","reason":"required"}} | 2 | doubt
            400 | {"error":"Bad Request","message":"no","details":{"value":"my template"}} | 2 | doubt
            400 | {"error":"Bad Request","message":"no","details":{"field":"sender_whatsapp_number","value":"+1"}} | 2 | refused
            400 | {"error":"Bad Request","message":"something"} | 1 | refused
            400 | {"error":"bad","message":"x","details":{"template":"t"},"id":"c1"} | 2 | doubt
            400 | {"error":"Bad Request","message":"no","status_code":400} | 2 | doubt
            400 | {"error":"Bad Request","message":"no","status_code":400} | 1 | refused
            401 | {"error":"unauthorized","message":"no key","status_code":401} | 2 | refused
            401 | {"error":"unauthorized","message":"no key"} | 2 | refused
            403 | {"error":"forbidden","message":"no"} | 2 | refused
            404 | {"error":"not_found","message":"no"} | 2 | refused
            422 | {"error":"validation","message":"no"} | 2 | refused
            422 | {"detail":[{"loc":["body"],"msg":"field required","type":"missing"}]} | 2 | refused
            422 | {"error":"validation","message":7} | 2 | doubt
            409 | {"error":"conflict","message":"no"} | 2 | doubt
            500 | {"error":"internal","message":"no"} | 2 | doubt
            502 | <html>bad gateway</html> | 2 | doubt
            """)
    void an_answer_proves_what_the_documents_say(int status, String body, int people, String verdict) {
        var request = request(people);
        var text = body.replace("%s", request.part().marker().value());

        var result = Classifier.classify(answer(status, text, "application/json"), request);

        assertThat(word(result)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"text/html", "text/plain", "''"})
    void a_refusal_that_is_no_json_by_its_own_word_proves_nothing(String type) {
        var body = "{\"error\":\"unauthorized\",\"message\":\"no key\"}";

        assertThat(word(Classifier.classify(answer(401, body, type), request(2))))
                .isEqualTo("doubt");
    }

    private static String word(SendResult result) {
        if (result instanceof SendResult.Accepted accepted) {
            return accepted.anomalies().isEmpty() ? "sent" : "odd";
        }
        return result instanceof SendResult.Refused ? "refused" : "doubt";
    }

    private static PostResponse answer(int status, String body, String type) {
        return new PostResponse.Received(status, new TreeMap<>(Map.of("content-type", type)), body, true);
    }

    private static PartRequest request(int people) {
        var identity = Records.identity("sale/1#01");
        var marker = Marker.of("w", identity);
        var template = new Template("1", "sale", "en_US", "APPROVED", "MARKETING", false, Optional.of("Hello"));
        var members = IntStream.range(0, people)
                .mapToObj(row -> new PartMember(row, "+44770090000" + row, "en_US", 100))
                .toList();
        var part = new PlannedPart(identity, marker, "Sale" + marker.suffix(), template, members);
        return new PartRequest(part, members.stream().map(PartMember::number).toList(), "{}");
    }
}
