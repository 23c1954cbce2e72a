package dev.muster.sandbox.api;

import dev.muster.sandbox.world.SenderRow;
import dev.muster.sandbox.world.TemplateRow;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;

/** A request for a campaign by numbers, of which the frame is in order; what fills the template is not looked at yet. */
record NumbersRequest(SenderRow sender, Optional<String> name, TemplateRow template, List<Person> people) {
    /** One destination; {@code components} are those that WhatsApp gets for it. */
    record Person(String number, ArrayNode components) {}

    NumbersRequest {
        people = List.copyOf(people);
    }
}
