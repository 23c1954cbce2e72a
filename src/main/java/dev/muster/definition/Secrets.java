package dev.muster.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Finds what looks like an API key or a password in a line of YAML, and masks it. Every line that a finding quotes goes
 * through {@link #masked}, so that a key which was written by mistake is not also printed into a build log.
 */
public final class Secrets {
    private static final Pattern HEXADECIMAL =
            Pattern.compile("(?<![0-9A-Za-z])(?=[0-9]*[A-Fa-f])[0-9A-Fa-f]{32,}(?![0-9A-Za-z])");
    private static final Pattern NAMED = Pattern.compile(
            "(?:^|[{,#])\\s*[\"']?(?:x-)?(?:api[_-]?key|secret|token|password|authorization)[\"']?\\s*[:=]\\s*"
                    + "[\"']?((?:bearer\\s+)?[^\\s\"'#,}]{8,})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern IN_ADDRESS = Pattern.compile("://[^/\\s:@]*:([^/\\s@]+)@");
    private static final Pattern TOKEN = Pattern.compile("(?<![\\w+=/.:%?&-])[A-Za-z0-9_+=-]{32,}(?![\\w+=/.-])");
    /** Ids of SeaX are UUIDs, and no secrets. */
    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    /** The shortest key without a name beside it: 128 bits in hexadecimal. */
    private static final int SHORTEST = 32;

    private static final double ALTERNATING = 0.4;
    private static final int SHOWN = 4;

    private Secrets() {}

    /** Where a secret stands in a line, from its first to behind its last character. */
    public record Found(int start, int end) {}

    /** Everything in the line that looks like a key, from left to right. */
    public static List<Found> in(String line) {
        var found = new ArrayList<Found>();
        boolean isLong = hasLongRun(line);
        if (isLong) {
            collect(HEXADECIMAL.matcher(line), 0, found);
        }
        collect(NAMED.matcher(line), 1, found);
        if (line.contains("://")) {
            collect(IN_ADDRESS.matcher(line), 1, found);
        }
        if (isLong) {
            collectTokens(TOKEN.matcher(line), found);
        }
        return List.copyOf(found);
    }

    /** Whether so many characters of a key stand side by side; nearly no line has them, and patterns take long to say so. */
    private static boolean hasLongRun(String line) {
        int run = 0;
        for (int at = 0; at < line.length() && run < SHORTEST; at++) {
            run = isOfToken(line.charAt(at)) ? run + 1 : 0;
        }
        return run >= SHORTEST;
    }

    private static boolean isOfToken(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || "_+=-".indexOf(c) >= 0;
    }

    private static void collectTokens(Matcher token, List<Found> found) {
        while (token.find()) {
            if (looksRandom(token.group()) && !UUID.matcher(token.group()).matches()) {
                add(new Found(token.start(), token.end()), found);
            }
        }
    }

    /** The line with all but the first few characters of each secret replaced; columns stay where they were. */
    public static String masked(String line) {
        var secrets = in(line);
        if (secrets.isEmpty()) {
            return line;
        }
        var masked = new StringBuilder(line);
        for (var secret : secrets) {
            int length = secret.end() - secret.start();
            int shown = length >= 20 ? SHOWN : 0;
            masked.replace(secret.start() + shown, secret.end(), "*".repeat(length - shown));
        }
        return masked.toString();
    }

    private static void collect(Matcher matcher, int group, List<Found> found) {
        while (matcher.find()) {
            add(new Found(matcher.start(group), matcher.end(group)), found);
        }
    }

    private static void add(Found candidate, List<Found> found) {
        if (found.stream().noneMatch(f -> f.start() < candidate.end() && candidate.start() < f.end())) {
            found.add(candidate);
        }
    }

    /** In a key, capitals, small letters and digits alternate; in words joined by anything they come in runs. */
    private static boolean looksRandom(String token) {
        long changes = IntStream.range(1, token.length())
                .filter(i ->
                        Character.isLetterOrDigit(token.charAt(i - 1)) && Character.isLetterOrDigit(token.charAt(i)))
                .filter(i -> Character.getType(token.charAt(i - 1)) != Character.getType(token.charAt(i)))
                .count();
        return token.chars().anyMatch(Character::isDigit) && changes >= token.length() * ALTERNATING;
    }
}
