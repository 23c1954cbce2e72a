package dev.muster.cli.command;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a length of time as people write it, {@code 90s}, {@code 30m}, {@code 2h}, {@code 1d12h}, {@code 1w}, or in ISO 8601. */
public final class DurationConverter implements ITypeConverter<Duration> {
    private static final Pattern SHORT = Pattern.compile(
            "(?:([0-9]{1,9})w)?(?:([0-9]{1,9})d)?(?:([0-9]{1,9})h)?(?:([0-9]{1,9})m)?(?:([0-9]{1,9})s)?");

    /** Years beyond it are a slip, and calendars end. */
    private static final Duration LONGEST = Duration.ofDays(3650);

    @Override
    public Duration convert(String value) {
        var length = length(value.strip().toLowerCase(Locale.ROOT).replace(" ", ""), value);
        if (length.isNegative() || length.isZero() || length.compareTo(LONGEST) > 0) {
            throw new TypeConversionException("\"" + value + "\" is not a length between a second and ten years");
        }
        return length;
    }

    private static Duration length(String text, String typed) {
        var parts = SHORT.matcher(text);
        if (!text.isEmpty() && parts.matches()) {
            return Duration.ofDays(7 * number(parts.group(1)) + number(parts.group(2)))
                    .plusHours(number(parts.group(3)))
                    .plusMinutes(number(parts.group(4)))
                    .plusSeconds(number(parts.group(5)));
        }
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException | ArithmeticException e) {
            throw new TypeConversionException(
                    "\"" + typed + "\" is not a length of time, such as 30m, 2h, 1d or PT1H30M");
        }
    }

    private static long number(@org.jspecify.annotations.Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
