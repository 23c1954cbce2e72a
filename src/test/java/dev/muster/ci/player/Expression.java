package dev.muster.ci.player;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An expression of a workflow, read and evaluated at once. The part of the language that workflows here use; anything else is
 * an error and no silent null.
 */
final class Expression {
    private static final Pattern PASTED = Pattern.compile("\\$\\{\\{(.*?)}}", Pattern.DOTALL);
    private static final Pattern STATUS = Pattern.compile("\\b(always|cancelled|failure|success)\\s*\\(");
    private static final Pattern TOKEN = Pattern.compile("\\s*(?:(?<text>'(?:[^']|'')*')"
            + "|(?<number>0x[0-9a-fA-F]+|-?\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?)"
            + "|(?<name>[A-Za-z_][\\w-]*)|(?<sign>==|!=|<=|>=|&&|\\|\\||[!<>().,*\\[\\]]))");

    /** What {@code .*} finds; a property of it is that of each. */
    private record Filtered(List<Object> values) {}

    private final List<String> tokens;
    private final Scope scope;
    private int next;

    private Expression(String text, Scope scope) {
        this.tokens = tokens(text);
        this.scope = scope;
    }

    /** The value of an expression, which stands without its braces. */
    static @Nullable Object evaluate(String text, Scope scope) {
        var expression = new Expression(text, scope);
        var value = expression.or();
        expression.take("");
        return plain(value);
    }

    /** A text with the values of its expressions. */
    static String fill(String text, Scope scope) {
        return PASTED.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(Values.text(evaluate(found.group(1), scope))));
    }

    /** An {@code if}, with or without braces: it asks for success itself, unless it asks how things stand. */
    static boolean isMet(String condition, Scope scope) {
        var whole = PASTED.matcher(condition.strip());
        var text = whole.matches() ? whole.group(1) : condition;
        return (STATUS.matcher(text).find() || scope.standing().is("success"))
                && (text.isBlank() || Values.isTrue(evaluate(text, scope)));
    }

    private static List<String> tokens(String text) {
        var tokens = new ArrayList<String>();
        var matcher = TOKEN.matcher(text.stripTrailing());
        int end = 0;
        while (end < text.stripTrailing().length()) {
            if (!matcher.find(end) || matcher.start() != end) {
                throw new IllegalArgumentException("no expression: " + text);
            }
            tokens.add(matcher.group().strip());
            end = matcher.end();
        }
        tokens.add("");
        return tokens;
    }

    private String look() {
        return tokens.get(next);
    }

    private boolean takes(String token) {
        boolean is = look().equals(token);
        next += is ? 1 : 0;
        return is;
    }

    private void take(String token) {
        if (!takes(token)) {
            throw new IllegalArgumentException("\"" + token + "\" is missing in " + String.join(" ", tokens));
        }
    }

    private @Nullable Object or() {
        var value = and();
        while (takes("||")) {
            var other = and();
            value = Values.isTrue(value) ? value : other;
        }
        return value;
    }

    private @Nullable Object and() {
        var value = equality();
        while (takes("&&")) {
            var other = equality();
            value = Values.isTrue(value) ? other : value;
        }
        return value;
    }

    private @Nullable Object equality() {
        var value = order();
        while (look().equals("==") || look().equals("!=")) {
            boolean same = tokens.get(next++).equals("==");
            value = Values.areEqual(value, order()) == same;
        }
        return value;
    }

    private @Nullable Object order() {
        var value = not();
        while (look().matches("[<>]=?")) {
            var sign = tokens.get(next++);
            double one = Values.number(value);
            double other = Values.number(not());
            value = sign.startsWith("<") ? one < other : one > other;
            value = value.equals(true) || (sign.endsWith("=") && one == other);
        }
        return value;
    }

    private @Nullable Object not() {
        return takes("!") ? (Object) !Values.isTrue(not()) : path();
    }

    private @Nullable Object path() {
        var value = first();
        while (true) {
            if (takes(".")) {
                value = takes("*") ? filtered(value) : property(value, tokens.get(next++));
            } else if (takes("[")) {
                var key = or();
                take("]");
                value = key instanceof Double index ? item(value, index) : property(value, Values.text(key));
            } else {
                return value;
            }
        }
    }

    private @Nullable Object first() {
        if (takes("(")) {
            var value = or();
            take(")");
            return value;
        }
        var token = tokens.get(next++);
        if (token.startsWith("'")) {
            return token.substring(1, token.length() - 1).replace("''", "'");
        }
        if (takes("(")) {
            return call(token);
        }
        return switch (token) {
            case "true" -> true;
            case "false" -> false;
            case "null" -> null;
            default -> token.matches("-?\\d.*") ? Values.number(token) : scope.context(token);
        };
    }

    private @Nullable Object call(String function) {
        var given = new ArrayList<@Nullable Object>();
        while (!takes(")")) {
            given.add(plain(or()));
            if (!look().equals(")")) {
                take(",");
            }
        }
        return switch (function.toLowerCase(Locale.ROOT)) {
            case "always", "cancelled", "failure", "success" -> scope.standing().is(function);
            case "contains" -> contains(given.get(0), given.get(1));
            case "startswith" -> lower(given.get(0)).startsWith(lower(given.get(1)));
            case "endswith" -> lower(given.get(0)).endsWith(lower(given.get(1)));
            default -> throw new IllegalArgumentException("no such function here: " + function);
        };
    }

    private static boolean contains(@Nullable Object where, @Nullable Object what) {
        return where instanceof List<?> list
                ? list.stream().anyMatch(item -> Values.areEqual(item, what))
                : lower(where).contains(lower(what));
    }

    private static String lower(@Nullable Object value) {
        return Values.text(value).toLowerCase(Locale.ROOT);
    }

    private static Object filtered(@Nullable Object value) {
        var values = value instanceof Map<?, ?> map ? map.values() : value instanceof List<?> list ? list : List.of();
        return new Filtered(List.copyOf(values));
    }

    private static @Nullable Object item(@Nullable Object value, double index) {
        return value instanceof List<?> list && index >= 0 && index < list.size() ? list.get((int) index) : null;
    }

    private static @Nullable Object property(@Nullable Object value, String name) {
        if (value instanceof Filtered filtered) {
            return new Filtered(filtered.values().stream()
                    .flatMap(each -> Stream.ofNullable(property(each, name)))
                    .toList());
        }
        return !(value instanceof Map<?, ?> map)
                ? null
                : map.entrySet().stream()
                        .filter(entry -> name.equalsIgnoreCase(String.valueOf(entry.getKey())))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(null);
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return value instanceof Filtered filtered ? filtered.values() : value;
    }
}
