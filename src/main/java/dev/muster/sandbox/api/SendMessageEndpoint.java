package dev.muster.sandbox.api;

import dev.muster.sandbox.world.Event;
import dev.muster.sandbox.world.Ids;
import dev.muster.sandbox.world.PhoneNumbers;
import dev.muster.sandbox.world.SandboxJson;
import dev.muster.sandbox.world.SenderRow;
import dev.muster.sandbox.world.SentMessage;
import java.util.List;
import java.util.Optional;

/**
 * One message to one person (API document, section 8). Under the vendor's document the same path answers within an existing
 * conversation only, and this server has none.
 */
final class SendMessageEndpoint implements Endpoint {
    private static final List<String> TUTORIAL_REQUIRED = List.of("phone_number", "to_phone_number", "message");
    private static final List<String> OPENAPI_REQUIRED =
            List.of("conversation_id", "template_name", "template_language");

    @Override
    public ApiResponse answer(RequestContext call) {
        var body = new Fields(call.body());
        require(body, call.isOpenApi() ? OPENAPI_REQUIRED : TUTORIAL_REQUIRED);
        if (call.isOpenApi()) {
            throw new RequestRefusedException(ErrorBody.notFound("Conversation"));
        }
        body.texts("media_urls");
        var from = DocumentExamples.number(text(body, "phone_number"));
        if (call.world().senders().stream().noneMatch(sender -> canSend(sender, from))) {
            throw new RequestRefusedException(
                    ErrorBody.invalid("phone_number", "phone_number is no WhatsApp sender of this workspace"));
        }
        var to = PhoneNumbers.e164(text(body, "to_phone_number"), Optional.empty())
                .orElseThrow(() -> new RequestRefusedException(
                        ErrorBody.invalid("to_phone_number", "to_phone_number must be E.164")));
        return send(from, to, text(body, "message"), call);
    }

    private static void require(Fields body, List<String> fields) {
        var missing =
                fields.stream().filter(body::lacks).map(ErrorBody::missing).toList();
        if (!missing.isEmpty()) {
            throw new RequestRefusedException(missing);
        }
    }

    private static boolean canSend(SenderRow sender, String number) {
        return sender.phone().equals(number) && sender.enabled() && sender.whatsapp();
    }

    private static ApiResponse send(String from, String to, String text, RequestContext call) {
        var uuid = Ids.uuid("single message", call.world().messages().size() + 1);
        var message = new SentMessage(uuid, from, to, text, call.world().clock());
        call.record().accept(new Event.MessageSent(message));
        return ApiResponse.ok(SandboxJson.object()
                .put("id", call.written("wamsg", uuid))
                .put("status", "sent")
                .put("from_phone", from)
                .put("to_phone", to)
                .put("message", text)
                .put("created_time", call.time(message.sent()))
                .put("sent_time", call.time(message.sent().plusSeconds(1))));
    }

    private static String text(Fields body, String field) {
        return body.text(field).orElse("");
    }
}
