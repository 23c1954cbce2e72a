package dev.muster.apply;

import dev.muster.model.SingleMessage;
import tools.jackson.databind.json.JsonMapper;

/** The body of a single message, in the form of the API document's section 8, the same for both of its paths. */
final class SingleBody {
    private SingleBody() {}

    static String of(SingleMessage message) {
        var body = JsonMapper.shared()
                .createObjectNode()
                .put("phone_number", message.from().number())
                .put("to_phone_number", message.to())
                .put("message", message.text());
        if (!message.media().isEmpty()) {
            message.media().forEach(body.putArray("media_urls")::add);
        }
        return body.toString();
    }
}
