package dev.muster.sandbox.api;

import dev.muster.sandbox.world.Json;
import dev.muster.sandbox.world.SenderRow;
import dev.muster.sandbox.world.TemplateRow;
import tools.jackson.databind.node.ObjectNode;

/** The message templates of a sender (vendor's OpenAPI document). */
final class Templates implements Endpoint {
    @Override
    public Reply answer(Call call) {
        var sender = call.world().senders().stream()
                .filter(SenderRow::whatsapp)
                .filter(one -> one.phone().equals(call.id()) || one.id().equals(call.id()))
                .findFirst();
        if (sender.isEmpty()) {
            throw new Refusal(Problem.notFound("Phone"));
        }
        return Reply.ok(Listing.page(call, call.world().templates(), Templates::row));
    }

    private static ObjectNode row(TemplateRow template) {
        var row = Json.object()
                .put("id", template.id())
                .put("name", template.name())
                .put("parameter_format", "NAMED")
                .put("language", "en")
                .put("status", template.status())
                .put("category", template.category());
        row.putArray("components")
                .addObject()
                .put("type", "BODY")
                .put("text", template.text().replace("{", "{{").replace("}", "}}"));
        return row;
    }
}
