package dev.muster.template;

import dev.muster.model.text.HostName;
import dev.muster.model.text.TemplateText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The links that are the same for everybody, and whether a value can add one at all. No link goes over a blank: a value that
 * stands by itself, and has neither a dot nor a slash, makes none.
 */
final class FixedLinks {
    /** A text after which a value is joined to what stands before it. */
    private static final Pattern JOINED_TO = Pattern.compile("(?s).*[^\\s,;!?(\"']");

    /** A text that joins on to a value; a full stop that ends a sentence does not. */
    private static final Pattern JOINS = Pattern.compile("(?s)(?![.:]?[,;!?)\"']*(\\s|$))[^,;!?)\"'].*");

    private static final String DOTS = ".\u3002\uFF0E\uFF61\u2024\uFE52/";

    private final Set<HostName> hosts = new LinkedHashSet<>();
    private final boolean isJoined;

    FixedLinks(TemplateLayout layout, List<SlotValue> values) {
        for (boolean withFallbacks : List.of(false, true)) {
            var texts = values.stream()
                    .map(value -> value.withoutFields(withFallbacks))
                    .toList();
            hosts.addAll(layout.shown(texts).hosts());
        }
        Function<Slot, SlotValue> bySlot = slot -> values.get(layout.slots().indexOf(slot));
        isJoined = joins(layout.header().stream().toList(), name -> bySlot.apply(Slot.header(name)))
                || joins(List.of(layout.body()), name -> bySlot.apply(Slot.body(name)))
                || values.stream().anyMatch(value -> endsHost(layout, value));
    }

    Set<HostName> hosts() {
        return hosts;
    }

    private static boolean joins(List<TemplateText> texts, Function<String, SlotValue> values) {
        return texts.stream().anyMatch(text -> joins(aroundFields(text, values)));
    }

    /** What stands before, between and behind the fields of a text. */
    private static List<String> aroundFields(TemplateText text, Function<String, SlotValue> values) {
        var around = new ArrayList<String>();
        var fixed = new StringBuilder(text.texts().get(0));
        for (int i = 0; i < text.slots().size(); i++) {
            var own = values.apply(text.slots().get(i)).aroundFields();
            fixed.append(own.get(0));
            for (var behind : own.subList(1, own.size())) {
                around.add(fixed.toString());
                fixed.setLength(0);
                fixed.append(behind);
            }
            fixed.append(text.texts().get(i + 1));
        }
        around.add(fixed.toString());
        return around;
    }

    private static boolean joins(List<String> around) {
        for (int i = 0; i + 1 < around.size(); i++) {
            boolean isBetween = i > 0;
            if (JOINED_TO.matcher(around.get(i)).matches()
                    || JOINS.matcher(around.get(i + 1)).matches()
                    || (isBetween && around.get(i).isEmpty())) {
                return true;
            }
        }
        return false;
    }

    /** Whether the value of an address comes before its host has ended. */
    private static boolean endsHost(TemplateLayout layout, SlotValue value) {
        var before = value.aroundFields().get(0);
        return switch (value.slot().part()) {
            case URL_BUTTON -> !LinkRules.hasPath(layout.address(value.slot()) + before);
            case HEADER_MEDIA -> !before.isEmpty() && !LinkRules.hasPath(before);
            case HEADER_TEXT, FILENAME, BODY, COUPON_BUTTON -> false;
        };
    }

    /** The hosts that somebody's values add. */
    Set<HostName> added(List<Filled> values, Shown shown) {
        if (!isJoined && !mayLink(values)) {
            return Set.of();
        }
        var added = new LinkedHashSet<>(shown.hosts());
        added.removeAll(hosts);
        return added;
    }

    private static boolean mayLink(List<Filled> values) {
        for (var value : values) {
            if (mayLink(value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean mayLink(Filled value) {
        for (var span : value.personal()) {
            for (int i = span.from(); i < span.to(); i++) {
                if (DOTS.indexOf(value.text().charAt(i)) >= 0) {
                    return true;
                }
            }
        }
        return false;
    }
}
