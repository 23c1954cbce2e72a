package dev.muster.sandbox.http;

import dev.muster.model.project.SandboxFault;
import dev.muster.sandbox.api.ErrorBody;
import dev.muster.sandbox.api.Fields;
import dev.muster.sandbox.api.Operation;
import dev.muster.sandbox.api.RequestRefusedException;
import dev.muster.sandbox.world.ResponseAnomaly;
import dev.muster.sandbox.world.SandboxJson;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a fault from the control route, such as {@code {"fault":"commit_then_status","status":502}}. Bounds are those of a
 * project's faults.
 */
final class FaultReader {
    private static final List<String> FIELDS = Stream.concat(
                    Stream.of(
                            "operation",
                            "fault",
                            "status",
                            "after",
                            "times",
                            "millis",
                            "body",
                            "location",
                            "retry_after",
                            "retry_after_header"),
                    MoveReader.FIELDS.stream())
            .toList();
    private static final String BODY = "commit_then_body";
    private static final int MOST_TIMES = 1000;
    private static final int LONGEST_MILLIS = 600_000;

    private final ObjectNode body;
    private final Fields fields;

    private FaultReader(ObjectNode body) {
        this.body = body;
        this.fields = new Fields(body);
    }

    static Fault read(SandboxFault written) {
        var body = SandboxJson.object().put("fault", written.fault().word());
        written.status().ifPresent(status -> body.put("status", status));
        return read(body);
    }

    static Fault read(ObjectNode body) {
        var reader = new FaultReader(body);
        reader.fields.requireOnly(FIELDS);
        reader.fields.number("status", 200, 599);
        return reader.fault();
    }

    static Operation operation(ObjectNode body) {
        var word = word(body, "operation");
        return Arrays.stream(Operation.values())
                .filter(operation -> operation.name().equals(word.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> unknown(
                        "operation", word, Arrays.stream(Operation.values()).map(Enum::name)));
    }

    /** How many requests go wrong. */
    static int times(ObjectNode body) {
        return new Fields(body).number("times", 1, MOST_TIMES).orElse(1);
    }

    /** How many requests go well before. */
    static int after(ObjectNode body) {
        return new Fields(body).number("after", 0, MOST_TIMES).orElse(0);
    }

    private static String word(ObjectNode body, String field) {
        return new Fields(body).text(field).orElseThrow(() -> new RequestRefusedException(ErrorBody.missing(field)));
    }

    private Fault fault() {
        var name = word(body, "fault").toLowerCase(Locale.ROOT);
        return switch (name) {
            case "drop" -> Fault.drop();
            case "commit_then_drop" -> Fault.commitThenDrop();
            case "drop_then_commit_late" -> Fault.dropThenCommitLate();
            case "commit_then_silence" -> Fault.commitThenSilence();
            case "status" -> Fault.status(status());
            case "template_refused" -> Fault.templateRefused();
            case "commit_then_status" -> Fault.commitThenStatus(status());
            case "rate_limited" -> rateLimited();
            case "slow" ->
                Fault.slow(Duration.ofMillis(
                        fields.number("millis", 0, LONGEST_MILLIS).orElse(1000)));
            case "commit_then_truncate" -> Fault.commitThenTruncate();
            case BODY -> Fault.commitThenBody(fields.text("body").orElse("{}"));
            case "commit_then_garbage" -> Fault.commitThenGarbage();
            case "commit_then_another_id" -> Fault.commitThenAnotherId();
            case "replayed_by_gateway" -> Fault.replayedByGateway();
            case "replayed_then_drop" -> Fault.replayedThenDrop();
            case "html" -> Fault.html(status());
            case "redirect" -> Fault.redirect(header("location").orElse("http://sandbox.invalid/"));
            case "contacts_move" -> Fault.contactsMove(MoveReader.read(body));
            default -> Fault.quirk(quirk(name));
        };
    }

    private int status() {
        return fields.number("status", 300, 599).orElse(500);
    }

    /** As the API document shows it, unless something else is said; {@code null} leaves the field out. */
    private Fault rateLimited() {
        var header = header("retry_after_header");
        boolean isSaid = body.has("retry_after") || header.isPresent();
        var json = Optional.ofNullable(body.get("retry_after"))
                .filter(value -> !value.isNull())
                .map(JsonNode::toString);
        return isSaid ? Fault.rateLimited(json, header) : Fault.rateLimited();
    }

    private Optional<String> header(String field) {
        return fields.text(field).map(text -> {
            if (!text.matches("[\\x20-\\x7e]*")) {
                throw new RequestRefusedException(
                        ErrorBody.invalid(field, field + " must be printable ASCII: it becomes a header"));
            }
            return text;
        });
    }

    private static ResponseAnomaly quirk(String name) {
        return Arrays.stream(ResponseAnomaly.values())
                .filter(quirk -> quirk.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> unknown(
                        "fault",
                        name,
                        Stream.concat(
                                Arrays.stream(SandboxFault.Fault.values()).map(SandboxFault.Fault::word),
                                Stream.of(BODY))));
    }

    private static RequestRefusedException unknown(String field, String word, Stream<String> known) {
        var words = known.map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.joining(", "));
        return new RequestRefusedException(
                ErrorBody.invalid(field, "no " + field + " is called " + word + "; use one of " + words));
    }
}
