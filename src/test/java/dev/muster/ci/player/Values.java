package dev.muster.ci.player;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Values of expressions: null, a Boolean, a Double, a String, a List or a Map. How they are compared and turned into each
 * other: docs.github.com, "Evaluate expressions in workflows and actions".
 */
final class Values {
    private Values() {}

    /** Everything is true but false, 0, the empty text, null and what is no number. */
    static boolean isTrue(@Nullable Object value) {
        if (value instanceof Double number) {
            return number != 0 && !number.isNaN();
        }
        return !(value == null || value.equals(false) || value.equals(""));
    }

    /** Texts without regard to case; two values of different kinds as numbers. */
    static boolean areEqual(@Nullable Object one, @Nullable Object other) {
        if (one == null || other == null) {
            return one == other || number(one) == number(other);
        }
        if (one.getClass() == other.getClass()) {
            return one instanceof String text ? text.equalsIgnoreCase((String) other) : Objects.equals(one, other);
        }
        return !(one instanceof List || one instanceof Map) && number(one) == number(other);
    }

    static double number(@Nullable Object value) {
        if (value == null) {
            return 0;
        }
        if (value instanceof Boolean is) {
            return is ? 1 : 0;
        }
        if (value instanceof Double number) {
            return number;
        }
        return value instanceof String text ? parsed(text.strip()) : Double.NaN;
    }

    private static double parsed(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        if (text.matches("0x[0-9a-fA-F]+")) {
            return Long.parseLong(text.substring(2), 16);
        }
        return text.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?") ? Double.parseDouble(text) : Double.NaN;
    }

    static String text(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Double number) {
            return number.isNaN() || number.isInfinite()
                    ? number.toString()
                    : new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
        }
        if (value instanceof List) {
            return "Array";
        }
        return value instanceof Map ? "Object" : value.toString();
    }
}
