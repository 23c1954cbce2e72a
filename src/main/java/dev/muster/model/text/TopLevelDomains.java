package dev.muster.model.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The ends of names by which a phone tells a link from two words with a full stop between them: those of the root zone, read
 * from {@code top-level-domains.txt} beside this class, and those that are reserved.
 */
final class TopLevelDomains {
    /** RFC 2606, 6761, 6762, 7686, 9476, and ICANN's {@code .internal}: no part of the root zone, yet phones know them. */
    private static final Stream<String> RESERVED =
            Stream.of("example", "test", "invalid", "localhost", "local", "onion", "alt", "internal");

    private static final Set<String> KNOWN = read();

    private TopLevelDomains() {}

    /** Whether a label, in any case and in either form, is one of them. */
    static boolean contains(String label) {
        return KNOWN.contains(ascii(label));
    }

    private static String ascii(String label) {
        if (label.chars().allMatch(c -> c < 0x80)) {
            return label.toLowerCase(Locale.ROOT);
        }
        try {
            return IDN.toASCII(label, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static Set<String> read() {
        var file = TopLevelDomains.class.getResourceAsStream("top-level-domains.txt");
        try (var lines =
                new BufferedReader(new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8))) {
            return Stream.concat(RESERVED, lines.lines().filter(line -> !line.startsWith("#")))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
