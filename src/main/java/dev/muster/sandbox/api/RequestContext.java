package dev.muster.sandbox.api;

import dev.muster.sandbox.world.Event;
import dev.muster.sandbox.world.ResponseAnomaly;
import dev.muster.sandbox.world.SandboxJson;
import dev.muster.sandbox.world.SandboxOptions;
import dev.muster.sandbox.world.SandboxWorld;
import dev.muster.sandbox.world.ServerVariant;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** One request with everything that answering it may look at, and the one thing it may do: record events. */
record RequestContext(
        ApiRequest request,
        String id,
        SandboxWorld world,
        SandboxOptions options,
        Optional<ResponseAnomaly> quirk,
        Consumer<Event> record) {
    private static final int DEFAULT_LIMIT = 10;

    boolean hasQuirk(ResponseAnomaly which) {
        return quirk.filter(which::equals).isPresent();
    }

    boolean isOpenApi() {
        return options.isOpenApi();
    }

    /** Whether the vendor's own fields and filters exist on this server. */
    boolean hasVendorFields() {
        return options.servesVendorEndpoints();
    }

    String time(Instant instant) {
        return WireTimes.written(instant, isOpenApi());
    }

    /** An id in the form of the dialect: prefixed in the API document, bare in the vendor's. */
    String written(String prefix, String uuid) {
        return isOpenApi() ? uuid : prefix + "_" + uuid;
    }

    ObjectNode body() {
        return SandboxJson.object(request.body()).orElseThrow(() -> new RequestRefusedException(ErrorBody.notJson()));
    }

    int offset() {
        int asked = number("offset", 0);
        return options.is(ServerVariant.Offset.IGNORED) ? 0 : asked;
    }

    /** The order that is asked for, or the list's own. */
    String order(String otherwise) {
        boolean isHonoured = hasVendorFields() && options.is(ServerVariant.Order.HONOURED);
        return isHonoured ? request.parameter("order_by").orElse(otherwise) : otherwise;
    }

    /** Refuses {@code order_by} on a server that knows no order. */
    void requireOrderKnown() {
        if (options.is(ServerVariant.Order.REFUSED)
                && request.parameter("order_by").isPresent()) {
            throw new RequestRefusedException(ErrorBody.invalidParameter("order_by", "order_by is not known here"));
        }
    }

    int askedLimit() {
        return number("limit", DEFAULT_LIMIT);
    }

    /** How many rows a page may have: the vendor's document reads 0 as all. */
    int limit() {
        int limit = askedLimit();
        int most = mostAccepted();
        if (limit > most) {
            throw new RequestRefusedException(ErrorBody.invalidParameter("limit", "limit must be at most " + most));
        }
        boolean isAll = limit == 0 && (isOpenApi() || options.is(ServerVariant.ZeroLimit.ALL));
        int cap = hasQuirk(ResponseAnomaly.PAGE_CAP)
                ? ListPage.CAP
                : options.of(ServerVariant.PageCap.class).rows();
        return Math.min(isAll ? Integer.MAX_VALUE : limit, cap);
    }

    private int mostAccepted() {
        return switch (options.of(ServerVariant.LargeLimit.class)) {
            case ACCEPTED -> Integer.MAX_VALUE;
            case REFUSED -> ListPage.CAP;
            case REFUSED_OVER_500 -> 500;
        };
    }

    boolean flag(String name, boolean otherwise) {
        return request.parameter(name)
                .map(text -> RequestContext.flag(name, text))
                .orElse(otherwise);
    }

    private static boolean flag(String name, String text) {
        return switch (text) {
            case "true", "True", "1" -> true;
            case "false", "False", "0" -> false;
            default ->
                throw new RequestRefusedException(ErrorBody.invalidParameter(name, name + " must be true or false"));
        };
    }

    /** A comma-separated list, empty if absent. */
    List<String> list(String name) {
        return request.parameter(name).stream()
                .flatMap(text -> List.of(text.split(",", -1)).stream())
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    private int number(String name, int otherwise) {
        var text = request.parameter(name).orElse(Integer.toString(otherwise));
        if (!text.matches("\\d{1,9}")) {
            throw new RequestRefusedException(
                    ErrorBody.invalidParameter(name, name + " must be an integer of at least 0"));
        }
        return Integer.parseInt(text);
    }
}
