package dev.muster.diagnostic;

import java.util.Map;

/**
 * Where things were written, by path: {@code holiday-sale-2026} is the campaign's document and
 * {@code holiday-sale-2026.audience.any} a part of it. A path that was not written falls back to the nearest part around
 * it, so every finding of a plan has a place.
 */
public record Places(Map<String, Place> byPath) {
    public Places {
        byPath = Map.copyOf(byPath);
    }

    public Place of(String path) {
        for (var part = path; !part.isEmpty(); part = parent(part)) {
            var place = byPath.get(part);
            if (place != null) {
                return place;
            }
        }
        return Place.NOWHERE;
    }

    private static String parent(String path) {
        int dot = path.lastIndexOf('.');
        return dot < 0 ? "" : path.substring(0, dot);
    }
}
