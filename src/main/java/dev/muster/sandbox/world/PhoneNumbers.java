package dev.muster.sandbox.world;

import java.util.Map;
import java.util.Optional;

/** Numbers as people write them, brought to E.164 with a country for those that lack one. */
public final class PhoneNumbers {
    private static final Map<String, String> CALLING_CODES = Map.ofEntries(
            Map.entry("US", "1"),
            Map.entry("CA", "1"),
            Map.entry("GB", "44"),
            Map.entry("IE", "353"),
            Map.entry("FR", "33"),
            Map.entry("DE", "49"),
            Map.entry("ES", "34"),
            Map.entry("IT", "39"),
            Map.entry("NL", "31"),
            Map.entry("IN", "91"),
            Map.entry("MX", "52"),
            Map.entry("BR", "55"),
            Map.entry("AU", "61"),
            Map.entry("NZ", "64"),
            Map.entry("JP", "81"),
            Map.entry("SG", "65"),
            Map.entry("TW", "886"),
            Map.entry("ID", "62"));

    private PhoneNumbers() {}

    public static Optional<String> callingCode(String country) {
        return Optional.ofNullable(CALLING_CODES.get(country));
    }

    /** The number in E.164, or empty if it is none. */
    public static Optional<String> e164(String written, Optional<String> callingCode) {
        var digits = written.replaceAll("[\\s().-]", "").replaceFirst("^00", "+");
        var full = digits.startsWith("+")
                ? digits
                : callingCode
                        .map(code -> "+" + code + digits.replaceFirst("^0", ""))
                        .orElse("");
        return Optional.of(full).filter(number -> number.matches("\\+[1-9]\\d{7,14}"));
    }
}
