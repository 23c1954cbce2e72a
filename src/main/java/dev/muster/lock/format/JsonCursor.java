package dev.muster.lock.format;

import dev.muster.lock.LockFormatException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads what {@link JsonWriter} wrote, member by member in the same order. Whatever else stands there (an unknown, missing,
 * repeated or moved member, another type) is a {@link LockFormatException}. Nothing is bound by reflection: a hundred thousand
 * entries are read in one pass, and a plan does not pay for a mapper's start.
 */
final class JsonCursor implements AutoCloseable {
    /** The record is our own and sealed, so only its depth is limited; a text that was written must be readable. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(16)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final JsonParser parser;
    private final int remembered;
    private final Map<Object, Object> seen = new HashMap<>();

    private JsonCursor(JsonParser parser, int remembered) {
        this.parser = parser;
        this.remembered = remembered;
    }

    /** Over a whole record. */
    static JsonCursor over(InputStream in) {
        return new JsonCursor(FACTORY.createParser(ObjectReadContext.empty(), in), ValueCache.OF_A_RECORD);
    }

    /** Over one line. */
    static JsonCursor over(String text) {
        return new JsonCursor(FACTORY.createParser(ObjectReadContext.empty(), text), ValueCache.OF_A_LINE);
    }

    /** Reads the one object that the whole text is. */
    <T> T document(Supplier<T> members) {
        parser.nextToken();
        var value = object(members);
        if (parser.currentToken() != null) {
            throw new LockFormatException("the text goes on after its end");
        }
        return value;
    }

    <T> T object(Supplier<T> members) {
        skip(JsonToken.START_OBJECT);
        var value = members.get();
        skip(JsonToken.END_OBJECT);
        return value;
    }

    <T> T object(String name, Supplier<T> members) {
        return value(name, () -> object(members));
    }

    /** A member whose value reads itself. */
    <T> T value(String name, Supplier<T> value) {
        name(name);
        return value.get();
    }

    <T> Optional<T> optionalObject(String name, Supplier<T> members) {
        return has(name) ? Optional.of(object(name, members)) : Optional.empty();
    }

    /** An object whose names are data. A name that appears twice would hide one of two values. */
    <K extends Comparable<K>, V> SortedMap<K, V> map(String name, Function<String, K> key, Function<K, V> value) {
        name(name);
        skip(JsonToken.START_OBJECT);
        var map = new TreeMap<K, V>();
        while (parser.currentToken() == JsonToken.PROPERTY_NAME) {
            var written = parser.currentName();
            var read = key.apply(written);
            parser.nextToken();
            if (map.put(read, value.apply(read)) != null) {
                throw new LockFormatException(quoted(written) + " stands here twice");
            }
        }
        skip(JsonToken.END_OBJECT);
        return map;
    }

    <T> List<T> list(String name, Supplier<T> element) {
        name(name);
        skip(JsonToken.START_ARRAY);
        var list = new ArrayList<T>();
        while (parser.currentToken() != JsonToken.END_ARRAY) {
            list.add(element.get());
        }
        skip(JsonToken.END_ARRAY);
        return List.copyOf(list);
    }

    <T> List<T> optionalList(String name, Supplier<T> element) {
        return has(name) ? list(name, element) : List.of();
    }

    String text(String name) {
        name(name);
        return text();
    }

    String text() {
        require(JsonToken.VALUE_STRING, "a text");
        var text = parser.getString();
        parser.nextToken();
        return text;
    }

    <T> T text(String name, Function<String, T> form) {
        return form.apply(text(name));
    }

    /** A form whose texts come again and again. */
    <T> ValueCache<T> memo(Function<String, T> form) {
        return new ValueCache<>(remembered, form);
    }

    <T> T text(ValueCache<T> memo) {
        return meaning(memo).orElseThrow();
    }

    <T> T text(String name, ValueCache<T> memo) {
        name(name);
        return text(memo);
    }

    <T> Optional<T> optionalText(String name, ValueCache<T> memo) {
        if (!has(name)) {
            return Optional.empty();
        }
        parser.nextToken();
        return meaning(memo);
    }

    private <T> Optional<T> meaning(ValueCache<T> memo) {
        require(JsonToken.VALUE_STRING, "a text");
        var known = memo.known(parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength());
        if (known.isEmpty()) {
            return memo.learn(text());
        }
        parser.nextToken();
        return known;
    }

    <T> Optional<T> optionalText(String name, Function<String, T> form) {
        return has(name) ? Optional.of(text(name, form)) : Optional.empty();
    }

    Optional<String> optionalText(String name) {
        return optionalText(name, Function.identity());
    }

    long number(String name) {
        name(name);
        return number();
    }

    long number() {
        require(JsonToken.VALUE_NUMBER_INT, "a number");
        var number = parser.getLongValue();
        parser.nextToken();
        return number;
    }

    int count(String name) {
        return Math.toIntExact(number(name));
    }

    OptionalInt optionalCount(String name) {
        return has(name) ? OptionalInt.of(count(name)) : OptionalInt.empty();
    }

    Optional<Boolean> optionalClaim(String name) {
        return has(name) ? Optional.of(claim(name)) : Optional.empty();
    }

    boolean has(String name) {
        return parser.currentToken() == JsonToken.PROPERTY_NAME && name.equals(parser.currentName());
    }

    /** One object for equal values: of a run's thousand entries, each would otherwise carry its own copy of the run. */
    @SuppressWarnings("unchecked") // a value is only ever found under an equal one, which has the same class
    <T> T shared(T value) {
        return (T) seen.computeIfAbsent(value, key -> key);
    }

    TokenStreamLocation location() {
        return parser.currentTokenLocation();
    }

    @Override
    public void close() {
        parser.close();
    }

    private boolean claim(String name) {
        name(name);
        if (parser.currentToken() != JsonToken.VALUE_TRUE && parser.currentToken() != JsonToken.VALUE_FALSE) {
            throw new LockFormatException("true or false is expected here");
        }
        var value = parser.getBooleanValue();
        parser.nextToken();
        return value;
    }

    private void name(String name) {
        if (!has(name)) {
            throw new LockFormatException(quoted(name) + " is expected here");
        }
        parser.nextToken();
    }

    private void skip(JsonToken token) {
        if (parser.currentToken() != token) {
            throw new LockFormatException("'" + token.asString() + "' is expected here");
        }
        parser.nextToken();
    }

    private void require(JsonToken token, String what) {
        if (parser.currentToken() != token) {
            throw new LockFormatException(what + " is expected here");
        }
    }

    private static String quoted(String name) {
        return "\"" + name + "\"";
    }
}
