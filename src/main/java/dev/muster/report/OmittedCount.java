package dev.muster.report;

import java.util.LinkedHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a shortened list does not show, counted by kind: {@code 9,780 will be sent, 7 blocked}. */
public final class OmittedCount {
    private OmittedCount() {}

    /** Of things, by the words that follow their number; the kinds stand in the order in which they first come. */
    public static String counted(Stream<String> kinds) {
        return joined(kinds, (kind, number) -> Numbers.of(number) + " " + kind);
    }

    /** Of findings, by the word for one of them. */
    public static String findings(Stream<String> kinds) {
        return joined(kinds, (kind, number) -> Numbers.of(number, kind));
    }

    private static String joined(Stream<String> kinds, BiFunction<String, Long, String> words) {
        return kinds
                .collect(Collectors.groupingBy(Function.identity(), LinkedHashMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(kind -> words.apply(kind.getKey(), kind.getValue()))
                .collect(Collectors.joining(", "));
    }
}
