package dev.muster.seax;

import dev.muster.http.HttpReply;
import dev.muster.model.Phone;
import dev.muster.model.Template;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The templates of one sender. The vendor's OpenAPI document gives this list neither pages nor a promised total, so a server
 * may answer everything at once or in pages: it is asked on until it has given as many as it promises or nothing new.
 */
final class TemplateList {
    private final SeaxReader reads;
    private final ResourcePath target;

    TemplateList(SeaxReader reads, Phone sender) {
        this.reads = reads;
        this.target = ResourcePath.of("whatsapp_business_platform_templates", sender.number());
    }

    /** Whether this API has the list at all. */
    boolean isThere() {
        var reply = ask(0, 1);
        return reply.isSuccess() && page(reply).hasList("data");
    }

    /** Every template, or none where SeaX itself says that it does not know the sender. */
    Collection<Template> read() {
        return Paginator.steady(target, this::sweep);
    }

    private Optional<Collection<Template>> sweep() {
        var templates = new TreeMap<String, Template>();
        var first = ask(0, reads.rowsAtOnce());
        if (isUnknownSender(first)) {
            return Optional.of(templates.values());
        }
        var page = page(first);
        int total = page.number("total").orElse(-1);
        while (add(page, templates) && (total < 0 || templates.size() < total)) {
            page = page(ask(templates.size(), reads.rowsAtOnce()));
            if (page.number("total").orElse(-1) != total) {
                return Optional.empty();
            }
        }
        return total < 0 || templates.size() == total ? Optional.of(templates.values()) : Optional.empty();
    }

    private HttpReply ask(int offset, int limit) {
        return reads.ask(target, Map.of("offset", String.valueOf(offset), "limit", String.valueOf(limit)));
    }

    private static boolean isUnknownSender(HttpReply reply) {
        return reply.status() == 404 && ErrorText.in(reply.anyText()).isPresent();
    }

    private JsonRow page(HttpReply reply) {
        var page = reads.object(target, reply);
        if (!page.hasList("data")) {
            throw target.unusable("the field data is not a list");
        }
        return page;
    }

    /** Adds the rows of a page; says whether one of them was new. */
    private boolean add(JsonRow page, Map<String, Template> templates) {
        int before = templates.size();
        page.rows("data").stream().map(RowMapper::template).forEach(template -> templates.put(template.id(), template));
        if (templates.size() > reads.maxRows()) {
            throw target.unusable("it has more than " + reads.maxRows() + " rows");
        }
        return templates.size() > before;
    }
}
