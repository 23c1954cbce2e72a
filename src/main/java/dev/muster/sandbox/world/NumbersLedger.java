package dev.muster.sandbox.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What a campaign by numbers sent, message by message: the truth that a plan's promise is held against.
 *
 * @param campaign its id, without what the API document puts before it
 * @param sender the number that it was sent from
 */
public record NumbersLedger(
        String campaign, String name, String template, String language, String sender, List<Message> messages) {
    /**
     * One message, a number as often as it was listed.
     *
     * @param components what the request had for this person
     * @param values the same for people to read: each text by its place, such as {@code body.name}, {@code body.1},
     *     {@code header.image} and {@code button.0}
     */
    public record Message(String number, String contact, JsonNode components, Map<String, String> values) {}

    public NumbersLedger {
        messages = List.copyOf(messages);
    }

    public static List<NumbersLedger> of(SandboxWorld world) {
        return world.launches().stream()
                .filter(Launch::isByNumbers)
                .flatMap(launch -> world.campaign(launch.campaign()).stream().map(row -> of(row, launch, world)))
                .toList();
    }

    private static NumbersLedger of(CampaignRow row, Launch launch, SandboxWorld world) {
        var template = row.template().orElseThrow();
        var messages =
                launch.destinations().stream().map(one -> message(one, world)).toList();
        var sender = world.sender(row.phoneIds().get(0)).map(SenderRow::phone).orElse("");
        return new NumbersLedger(row.uuid(), row.name(), template.name(), template.language(), sender, messages);
    }

    private static Message message(Launch.Message one, SandboxWorld world) {
        var components = SandboxJson.MAPPER.readTree(one.components());
        var values = new LinkedHashMap<String, String>();
        components.forEach(component -> add(component, values));
        return new Message(one.number(), world.contact(one.contact()).id(), components, values);
    }

    private static void add(JsonNode component, Map<String, String> values) {
        var place = component.path("type").asString("");
        var parameters = new ArrayList<>(component.path("parameters").values());
        for (int at = 0; at < parameters.size(); at++) {
            var parameter = parameters.get(at);
            var type = parameter.path("type").asString("");
            if (place.equals("button")) {
                values.put(
                        "button." + component.path("index").asString(""),
                        parameter.path(type).asString(""));
            } else if (type.equals("text")) {
                var name = parameter.path("parameter_name").asString(Integer.toString(at + 1));
                values.put(place + "." + name, parameter.path("text").asString(""));
            } else {
                values.put(place + "." + type, parameter.path(type).path("link").asString(""));
            }
        }
    }
}
