package dev.muster.diagnostic;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/**
 * Where things were written, by path: {@code holiday-sale-2026} is the campaign's document and
 * {@code holiday-sale-2026.audience.any} a part of it. A path that was not written falls back to the nearest part around
 * it, so every finding of a plan has a place. {@code documents} gives all paths of a document, by the name they begin with.
 */
public record Places(Function<String, Map<String, Place>> documents) {
    /** Places that are all known. */
    public Places(Map<String, Place> byPath) {
        this(new Known(Map.copyOf(byPath)));
    }

    /** Places that are looked up once somebody asks for one of a document: of ten thousand campaigns few have findings. */
    public static Places lookedUp(Function<String, Map<String, Place>> documents) {
        return new Places(new LookedUp(documents, new ConcurrentHashMap<>()));
    }

    public Place of(String path) {
        var places = in(path);
        for (var part = path; !part.isEmpty(); part = parent(part)) {
            var place = places.get(part);
            if (place != null) {
                return place;
            }
        }
        return Place.NOWHERE;
    }

    /** Every place in the document that a path belongs to, by path. */
    public Map<String, Place> in(String path) {
        int dot = path.indexOf('.');
        return documents.apply(dot < 0 ? path : path.substring(0, dot));
    }

    private static String parent(String path) {
        int dot = path.lastIndexOf('.');
        return dot < 0 ? "" : path.substring(0, dot);
    }

    private record Known(Map<String, Place> places) implements Function<String, Map<String, Place>> {
        @Override
        public Map<String, Place> apply(String document) {
            return places;
        }
    }

    private record LookedUp(
            Function<String, Map<String, Place>> source, ConcurrentMap<String, Map<String, Place>> found)
            implements Function<String, Map<String, Place>> {
        @Override
        public Map<String, Place> apply(String document) {
            return found.computeIfAbsent(document, source);
        }
    }
}
