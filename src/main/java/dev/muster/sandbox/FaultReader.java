package dev.muster.sandbox;

import dev.muster.model.SandboxFault;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads a fault from the control route, such as {@code {"fault":"commit_then_status","status":502}}. */
final class FaultReader {
    private FaultReader() {}

    static Fault read(SandboxFault written) {
        var body = Json.object().put("fault", written.fault().word());
        written.status().ifPresent(status -> body.put("status", status));
        return read(body);
    }

    static Fault read(ObjectNode body) {
        int status = body.path("status").asInt(500);
        var name = body.path("fault").asString("");
        return switch (name) {
            case "drop" -> Fault.drop();
            case "commit_then_drop" -> Fault.commitThenDrop();
            case "drop_then_commit_late" -> Fault.dropThenCommitLate();
            case "commit_then_silence" -> Fault.commitThenSilence();
            case "status" -> Fault.status(status);
            case "template_refused" -> Fault.templateRefused();
            case "commit_then_status" -> Fault.commitThenStatus(status);
            case "rate_limited" -> rateLimited(body);
            case "slow" -> Fault.slow(Duration.ofMillis(body.path("millis").asInt(1000)));
            case "commit_then_truncate" -> Fault.commitThenTruncate();
            case "commit_then_body" -> Fault.commitThenBody(body.path("body").asString("{}"));
            case "commit_then_garbage" -> Fault.commitThenGarbage();
            case "commit_then_another_id" -> Fault.commitThenAnotherId();
            case "replayed_by_gateway" -> Fault.replayedByGateway();
            case "replayed_then_drop" -> Fault.replayedThenDrop();
            case "html" -> Fault.html(status);
            case "redirect" -> Fault.redirect(body.path("location").asString("http://sandbox.invalid/"));
            default -> Fault.quirk(quirk(name));
        };
    }

    private static Fault rateLimited(ObjectNode body) {
        return Fault.rateLimited(
                Optional.ofNullable(body.get("retry_after")).map(JsonNode::toString),
                Optional.ofNullable(body.get("retry_after_header")).map(JsonNode::asString));
    }

    private static Quirk quirk(String name) {
        try {
            return Quirk.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new Refusal(Problem.invalid("fault", "no fault is called " + name));
        }
    }
}
