package dev.muster.definition;

import dev.muster.diagnostic.Place;
import dev.muster.diagnostic.Places;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A block of YAML bound to its record as far as possible: {@code parts} holds the value of each component that could be
 * bound, and {@code whole} the record if all could. So a rule can judge what is there even when something else is
 * missing. {@code path} is where the block stands in its document, such as {@code campaign.audience}.
 */
public record Block<T extends Record>(
        Class<T> type, String path, Map<String, Object> parts, Optional<T> whole, Places places) {
    public Block {
        parts = Map.copyOf(parts);
    }

    public Place place() {
        return places.of(path);
    }

    /** Where a key of this block was written, or a part of it, such as {@code any.0}; else where the block is. */
    public Place at(String key) {
        return places.of(path + "." + key);
    }

    /** Whether the component could be bound, be it to "not written"; where not, a finding already says why. */
    public boolean isBound(String component) {
        return parts.containsKey(component);
    }

    /** How a component is written in YAML. */
    public String key(String component) {
        return RecordSchema.key(type, component);
    }

    /** The texts of a list component; empty when it could not be bound. */
    public Optional<List<String>> texts(String component) {
        return part(component, List.class).map(Block::texts);
    }

    /** The places of this block and all below it, with its path replaced. */
    public Map<String, Place> placesAs(String otherPath) {
        var renamed = new HashMap<String, Place>();
        places.in(path).forEach((written, place) -> {
            if (written.equals(path) || written.startsWith(path + ".")) {
                renamed.put(otherPath + written.substring(path.length()), place);
            }
        });
        return renamed;
    }

    private static List<String> texts(List<?> values) {
        return values.stream().map(String::valueOf).toList();
    }

    /** The value of a component; empty when it could not be bound, or is an absent optional. */
    public <V> Optional<V> part(String component, Class<V> valueType) {
        var value = parts.get(component);
        return value instanceof Optional<?> optional
                ? optional.map(valueType::cast)
                : Optional.ofNullable(value).map(valueType::cast);
    }
}
