package dev.muster.template;

import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.Place;
import dev.muster.diagnostic.Rule;
import dev.muster.diagnostic.Severity;
import dev.muster.diagnostic.ValueRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** What is said about the values of so many people, with a masked example for each kind of fault. */
final class ValueFindings {
    private static final int MOST_SHOWN = 40;

    private final int people;
    private final Map<String, String> acknowledged;
    private final Function<String, Place> places;
    private final List<Diagnostic> all = new ArrayList<>();

    ValueFindings(int people, Map<String, String> acknowledged, Function<String, Place> places) {
        this.people = people;
        this.acknowledged = acknowledged;
        this.places = places;
    }

    List<Diagnostic> all() {
        return List.copyOf(all);
    }

    void fault(ValueFault fault, Example example) {
        var rule = rule(fault.kind());
        var shown = fault.kind() == ValueFault.Kind.MISSING ? "" : ", such as " + quoted(example.text());
        var danger = rule.at(
                places.apply(fault.slot().path()),
                have(example.people()) + " " + fault.kind().words() + " for "
                        + fault.slot().words() + shown,
                rule.mend() + "; to send it without these people, acknowledge " + rule.id() + " with a reason");
        all.add(danger.acceptedBy(acknowledged));
    }

    private static String quoted(String masked) {
        boolean isLong = masked.codePointCount(0, masked.length()) > MOST_SHOWN;
        return "\"" + (isLong ? masked.substring(0, masked.offsetByCodePoints(0, MOST_SHOWN)) + "…" : masked) + "\"";
    }

    void longCode(Slot slot, Example example) {
        all.add(ValueRule.CODE.at(
                Severity.WARNING,
                places.apply(slot.path()),
                have(example.people()) + " a code of more than " + LinkRules.USUAL_CODE + " characters for "
                        + slot.words() + ", which WhatsApp may refuse"));
    }

    void repeated(Slot slot, int repeated) {
        if (repeated > 0) {
            all.add(ValueRule.CODE_TWICE.at(
                    places.apply(slot.path()),
                    have(repeated) + " a code for " + slot.words() + " that somebody else has too"));
        }
    }

    private String have(int some) {
        return String.format(Locale.ROOT, "%,d of %,d people %s", some, people, some == 1 ? "has" : "have");
    }

    private static Rule rule(ValueFault.Kind kind) {
        return switch (kind) {
            case MISSING, EMPTY -> ValueRule.MISSING;
            case LINE_BREAK_OR_TAB, SPACES -> ValueRule.WHITE_SPACE;
            case CONTROL_OR_BIDI -> ValueRule.HIDDEN;
            case TOO_LONG_HEADER, TOO_LONG_BODY -> ValueRule.TOO_LONG;
            case URL_UNSAFE, URL_WHOLE, URL_HOST, URL_TOO_LONG -> ValueRule.LINK;
            case COUPON_FORM -> ValueRule.CODE;
            case MEDIA_ADDRESS, MEDIA_KIND -> ValueRule.MEDIA;
            case BAD_DATE, BAD_NUMBER -> ValueRule.FORMAT;
        };
    }
}
