package dev.muster.sandbox.api;

import dev.muster.sandbox.world.CampaignRecipients;
import dev.muster.sandbox.world.ContactRow;
import dev.muster.sandbox.world.Filters;
import dev.muster.sandbox.world.LabelRow;
import dev.muster.sandbox.world.RowSelection;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The contacts (API document, section 2) with the filters of the vendor's document. Where the dialect is the API document
 * alone, unknown parameters are ignored and the answer is everybody: what a careless preview would take for an audience.
 */
final class ContactsEndpoint implements Endpoint {
    private static final String NEWEST_FIRST = "created_time:desc";
    private static final Pattern BY_TIME = Pattern.compile("\\s*(created|updated)_time(:asc|:desc)?\\s*");

    @Override
    public ApiResponse answer(RequestContext call) {
        var found = call.hasVendorFields() ? filtered(call) : call.world().everybody();
        var keyword = call.request().parameter("keyword").orElse("").toLowerCase(Locale.ROOT);
        if (!keyword.isEmpty()) {
            new CampaignRecipients(call.world(), call.options()).keep(found, contact -> contact.mentions(keyword));
        }
        call.requireOrderKnown();
        int[] page = page(found, call);
        var total = ListPage.total(call, found.cardinality(), page.length);
        return ApiResponse.ok(new ContactPage(call).written(page, total));
    }

    /** The positions of the page's rows. The order of coming into being is that of positions, for which nothing is sorted. */
    private static int[] page(BitSet found, RequestContext call) {
        var order = call.order(NEWEST_FIRST);
        if (BY_TIME.matcher(order).matches() && (call.world().isChronological() || !call.hasVendorFields())) {
            return RowSelection.page(found, ListPage.from(call), call.limit(), !order.endsWith(":desc"));
        }
        return order(call).sorted(found.stream().boxed().toList(), call, NEWEST_FIRST).stream()
                .skip(ListPage.from(call))
                .limit(call.limit())
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static Ordering<Integer> order(RequestContext call) {
        if (!call.hasVendorFields()) {
            return new Ordering<>(Map.of("created_time", Comparator.<Integer>naturalOrder()));
        }
        return new Ordering<>(Map.of(
                "created_time", by(call, ContactRow::created),
                "updated_time", by(call, ContactRow::created),
                "name", by(call, ContactRow::name),
                "phone", by(call, contact -> contact.phone().orElse(""))));
    }

    private static <V extends Comparable<V>> Comparator<Integer> by(
            RequestContext call, Function<ContactRow, V> field) {
        return Comparator.comparing(position -> field.apply(call.world().contact(position)));
    }

    private static BitSet filtered(RequestContext call) {
        var audience = new CampaignRecipients(call.world(), call.options());
        var filters = new Filters(
                call.list("any_contact_label_ids"),
                call.list("all_contact_label_ids"),
                call.list("exclude_any_contact_label_ids"),
                call.list("exclude_all_contact_label_ids"),
                call.list("exclude_contact_ids"),
                false);
        var found = audience.included(filters);
        call.list("addition_contact_ids")
                .forEach(id -> call.world().position(id).ifPresent(found::set));
        found.andNot(audience.excluded(filters));
        found.andNot(audience.withOne(idsOf(call.list("exclude_labels"), call)));
        if (call.flag("whatsapp_phone_only", false)) {
            call.world().keepWhatsapp(found);
        }
        if (call.flag("phone_only", false)) {
            call.world().keepPhone(found);
        }
        call.request().parameter("whatsapp_phone").ifPresent(number -> {
            found.and(call.world().holders(number));
            audience.keep(
                    found, contact -> contact.whatsapp().filter(number::equals).isPresent());
        });
        return found;
    }

    private static List<String> idsOf(List<String> names, RequestContext call) {
        return names.stream()
                .flatMap(name -> call.world().labelNamed(name).stream())
                .map(LabelRow::id)
                .toList();
    }
}
