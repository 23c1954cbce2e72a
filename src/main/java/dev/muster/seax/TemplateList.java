package dev.muster.seax;

import dev.muster.http.HttpReply;
import dev.muster.model.Phone;
import dev.muster.model.Template;
import java.util.List;

/** The templates of one sender. The vendor's OpenAPI document gives this list neither pages nor a promised total. */
record TemplateList(MovingList lists, Phone sender) {

    /** Whether this API has the list at all; an answer that is no list is an exception. */
    boolean isThere() {
        var reply = lists.pages().open(listing());
        if (reply.isSuccess()) {
            lists.pages().page(listing(), 0, reply);
        }
        return reply.isSuccess();
    }

    /** Every template, or none where SeaX itself says that it does not know the sender. */
    List<Template> read() {
        return isUnknownSender(lists.pages().open(listing())) ? List.of() : lists.all(listing());
    }

    private SeaxList<Template> listing() {
        var target = ResourcePath.of("whatsapp_business_platform_templates", sender.number());
        return SeaxList.of(target, RowMapper::template, Template::id).of(SeaxList.Kind.UNPAGED);
    }

    private static boolean isUnknownSender(HttpReply reply) {
        return reply.status() == 404 && ErrorText.in(reply.anyText()).isPresent();
    }
}
