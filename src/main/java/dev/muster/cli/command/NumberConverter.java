package dev.muster.cli.command;

import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads a whole number as people write it, also with the separator between thousands that a plan prints or that their country
 * has: {@code 1154}, {@code 1,154}, {@code 1.154}, {@code 1 154}, {@code 1_154}, {@code 1'154}.
 */
public final class NumberConverter implements ITypeConverter<Long> {
    private static final Pattern PLAIN = Pattern.compile("[0-9]{1,18}");

    /** One separator throughout, so that 1,154.5 and 1.5 stay wrong. */
    private static final Pattern GROUPED =
            Pattern.compile("[0-9]{1,3}(?:([,._ '\u2019\u00A0\u202F])[0-9]{3}(?:\\1[0-9]{3}){0,4})");

    @Override
    public Long convert(String value) {
        var written = value.strip();
        if (!PLAIN.matcher(written).matches() && !GROUPED.matcher(written).matches()) {
            throw new TypeConversionException(
                    "\"" + value + "\" is not a whole number of 0 or more, such as 1154 or 1,154");
        }
        return Long.valueOf(written.replaceAll("[^0-9]", ""));
    }
}
