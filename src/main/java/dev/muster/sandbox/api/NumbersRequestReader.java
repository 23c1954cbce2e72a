package dev.muster.sandbox.api;

import dev.muster.sandbox.world.MessageFate.Failure;
import dev.muster.sandbox.world.PhoneNumbers;
import dev.muster.sandbox.world.SandboxJson;
import dev.muster.sandbox.world.SenderRow;
import dev.muster.sandbox.world.ServerVariant;
import dev.muster.sandbox.world.TemplateRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the frame of a request by numbers and refuses what is not in order, before anything happens. */
final class NumbersRequestReader {
    private static final String FRAME = "highly_structured_message";
    private static final String SENDER = "sender_whatsapp_number";
    private static final Set<String> AT_THE_TOP = Set.of(SENDER, "type", FRAME);
    private static final String E164 = "\\+[1-9]\\d{7,14}";
    /** OpenAPI document, {@code WhatsAppBusinessPlatformTemplateLanguage}. */
    private static final Set<String> LANGUAGES = Set.of(("af sq ar az bn bg ca zh_CN zh_HK zh_TW hr cs da nl en en_GB"
                    + " en_US et fil fi fr ka de el gu ha he hi hu id ga it ja kn kk rw_RW ko ky_KG lo lv lt mk ms ml"
                    + " mr nb fa pl pt_BR pt_PT pa ro ru sr sk sl es es_AR es_ES es_MX sw sv ta te th tr uk ur uz vi zu")
            .split(" ", -1));

    private static final List<String> LEGACY = List.of("parameters", "header_parameters", "buttons_parameters");

    private final RequestContext call;
    private final boolean isOpenApi;

    NumbersRequestReader(RequestContext call) {
        this.call = call;
        isOpenApi = NumbersAnswers.areOpenApi(call);
    }

    NumbersRequest read() {
        var body = new Fields(call.body());
        var frame = frame(body);
        requireType(body);
        var language = frame.text("language_code").orElse("en");
        if (!LANGUAGES.contains(language)) {
            throw invalid("language_code", "language_code must be a language of WhatsApp templates");
        }
        refuseLegacy(frame.body());
        var people = people(frame);
        var sender = sender(body.text(SENDER).orElse(""));
        var template = template(frame.text("template").orElse(""), language);
        return new NumbersRequest(sender, body.text("name").filter(name -> !name.isBlank()), template, people);
    }

    private Fields frame(Fields body) {
        var missing = new ArrayList<ErrorBody>();
        require(body, SENDER, missing);
        if (!isOpenApi) {
            require(body, "type", missing);
        }
        var frame = body.object(FRAME);
        if (frame.isEmpty()) {
            missing.add(ErrorBody.missing(FRAME));
        } else {
            require(frame.get(), "template", missing);
            if (!isOpenApi) {
                require(frame.get(), "language_code", missing);
            }
            requireDestinations(frame.get(), missing);
        }
        if (!missing.isEmpty()) {
            throw refusal(missing);
        }
        return frame.orElseThrow();
    }

    private static void require(Fields fields, String field, List<ErrorBody> missing) {
        if (fields.lacks(field)) {
            missing.add(ErrorBody.missing(field));
        }
    }

    private void requireDestinations(Fields frame, List<ErrorBody> missing) {
        if (!frame.lacks("destinations") || sendsToEverybody()) {
            return;
        }
        boolean isEmpty = frame.body().path("destinations").isArray();
        missing.add(
                isEmpty
                        ? ErrorBody.invalid("destinations", "ensure this value has at least 1 items")
                        : ErrorBody.missing("destinations"));
    }

    private boolean sendsToEverybody() {
        return call.options().is(ServerVariant.NoDestinations.EVERYBODY);
    }

    private void requireType(Fields body) {
        if (body.text("type").filter(type -> !type.equals("whatsapp")).isPresent()) {
            throw invalid("type", "type must be whatsapp");
        }
    }

    /** The old way to fill a template, which excludes the present one. This server does not know it. */
    private void refuseLegacy(ObjectNode node) {
        LEGACY.stream().filter(node::has).findFirst().ifPresent(field -> {
            throw invalid(field, field + " and components exclude each other; write components");
        });
    }

    private List<NumbersRequest.Person> people(Fields frame) {
        var common = components(frame.body(), "components");
        var listed = frame.body().path("destinations");
        if (listed.isEmpty() && sendsToEverybody()) {
            return everybody(common);
        }
        if (!listed.isArray()) {
            throw invalid("destinations", "destinations must be a list");
        }
        var people = new ArrayList<NumbersRequest.Person>();
        listed.values().forEach(one -> people.add(person(one, people.size(), common)));
        return people;
    }

    private List<NumbersRequest.Person> everybody(Optional<ArrayNode> common) {
        var components = common.orElseGet(SandboxJson::array);
        return call.world().everybody().stream()
                .mapToObj(call.world()::contact)
                .flatMap(contact -> contact.whatsapp().stream())
                .map(number -> new NumbersRequest.Person(number, components))
                .toList();
    }

    private NumbersRequest.Person person(JsonNode written, int place, Optional<ArrayNode> common) {
        var field = "destinations[" + place + "]";
        if (!(written instanceof ObjectNode one)) {
            throw invalid(field, field + " must be an object");
        }
        refuseLegacy(one);
        var fields = new Fields(one);
        if (fields.lacks("destination")) {
            throw refusal(List.of(ErrorBody.missing(field + ".destination")));
        }
        var number = fields.text("destination").orElse("");
        if (!number.matches(E164)) {
            throw new RequestRefusedException(NumbersRefusal.number(field + ".destination", number));
        }
        return new NumbersRequest.Person(number, joined(common, components(one, field + ".components")));
    }

    private Optional<ArrayNode> components(ObjectNode node, String field) {
        var written = node.path("components");
        if (written.isMissingNode() || written.isNull()) {
            return Optional.empty();
        }
        if (written instanceof ArrayNode array && array.values().stream().allMatch(JsonNode::isObject)) {
            return Optional.of(array);
        }
        throw invalid(field, field + " must be a list of objects");
    }

    /** What WhatsApp gets: the vendor's page leaves open whether one list replaces the other. */
    private ArrayNode joined(Optional<ArrayNode> common, Optional<ArrayNode> own) {
        if (own.isEmpty() || common.isEmpty() || call.options().is(ServerVariant.Components.REPLACED)) {
            return own.or(() -> common).orElseGet(SandboxJson::array);
        }
        var joined = own.get().deepCopy();
        var kinds = new HashSet<String>();
        own.get().forEach(one -> kinds.add(kind(one)));
        common.get().values().stream().filter(one -> !kinds.contains(kind(one))).forEach(joined::add);
        return joined;
    }

    private static String kind(JsonNode component) {
        return component.path("type").asString("") + component.path("index").asString("");
    }

    private SenderRow sender(String number) {
        if (PhoneNumbers.e164(number, Optional.empty()).filter(number::equals).isEmpty()) {
            throw new RequestRefusedException(NumbersRefusal.number(SENDER, number));
        }
        return call.world().senders().stream()
                .filter(sender -> sender.phone().equals(number) && sender.enabled() && sender.whatsapp())
                .findFirst()
                .orElseThrow(() -> new RequestRefusedException(
                        NumbersRefusal.number("Phone number is no WhatsApp sender of this workspace", SENDER, number)));
    }

    private TemplateRow template(String name, String language) {
        var template = call.world().template(name, language);
        var obstacle = template.map(NumbersRequestReader::obstacle).orElse(Optional.of(Failure.NO_TEMPLATE));
        if (obstacle.isPresent()) {
            throw new RequestRefusedException(NumbersRefusal.template(name, language, obstacle.get()));
        }
        return template.orElseThrow();
    }

    private static Optional<Failure> obstacle(TemplateRow template) {
        return switch (template.status()) {
            case "APPROVED" -> Optional.empty();
            case "PAUSED" -> Optional.of(Failure.PAUSED);
            case "DISABLED" -> Optional.of(Failure.DISABLED);
            default -> Optional.of(Failure.NO_TEMPLATE);
        };
    }

    private RequestRefusedException invalid(String field, String message) {
        return refusal(List.of(ErrorBody.invalid(field, message)));
    }

    /** All that is wrong, as the OpenAPI document lists it; or the first of it, as the vendor's page shows one. */
    private RequestRefusedException refusal(List<ErrorBody> problems) {
        if (isOpenApi) {
            var placed = problems.stream().map(NumbersRequestReader::placed).toList();
            var openApi = call.options().with(ServerVariant.Dialect.OPENAPI);
            return new RequestRefusedException(new RequestRefusedException(placed).reply(openApi));
        }
        var first = problems.get(0);
        var body = first.tutorialBody();
        body.putObject("details").put("field", field(first));
        return new RequestRefusedException(new ApiResponse(first.status(), body));
    }

    private static String field(ErrorBody problem) {
        return problem.place().get(problem.place().size() - 1);
    }

    /** FastAPI names the way to a field part by part. */
    private static ErrorBody placed(ErrorBody problem) {
        var way = new ArrayList<>(List.of("body"));
        if (!AT_THE_TOP.contains(field(problem))) {
            way.add(FRAME);
        }
        way.addAll(List.of(field(problem).replace("]", "").split("[.\\[]", -1)));
        return new ErrorBody(problem.status(), problem.error(), problem.message(), way, problem.code(), problem.type());
    }
}
