package dev.muster.cli.forge;

import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the number of a pull or merge request. It is a name, so it has no separators as an amount has. */
final class RequestConverter implements ITypeConverter<Long> {
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

    @Override
    public Long convert(String value) {
        if (!NUMBER.matcher(value).matches()) {
            throw new TypeConversionException(
                    "\"" + value + "\" is not the number of a pull or merge request, such as 12");
        }
        return Long.valueOf(value);
    }
}
