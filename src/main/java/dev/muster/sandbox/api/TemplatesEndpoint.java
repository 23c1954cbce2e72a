package dev.muster.sandbox.api;

import dev.muster.sandbox.world.SandboxJson;
import dev.muster.sandbox.world.SenderRow;
import dev.muster.sandbox.world.TemplateRow;
import tools.jackson.databind.node.ObjectNode;

/** The message templates of a sender (vendor's OpenAPI document). */
final class TemplatesEndpoint implements Endpoint {
    @Override
    public ApiResponse answer(RequestContext call) {
        var sender = call.world().senders().stream()
                .filter(SenderRow::whatsapp)
                .filter(one -> one.phone().equals(call.id()) || one.id().equals(call.id()))
                .findFirst();
        if (sender.isEmpty()) {
            throw new RequestRefusedException(ErrorBody.notFound("Phone"));
        }
        return ApiResponse.ok(ListPage.whole(call, call.world().templates(), TemplatesEndpoint::row));
    }

    private static ObjectNode row(TemplateRow template) {
        var row = SandboxJson.object()
                .put("id", template.id())
                .put("name", template.name())
                .put("parameter_format", template.positional() ? "POSITIONAL" : "NAMED")
                .put("language", template.language())
                .put("status", template.status())
                .put("category", template.category());
        template.components().ifPresent(parts -> row.set("components", parts.deepCopy()));
        return row;
    }
}
