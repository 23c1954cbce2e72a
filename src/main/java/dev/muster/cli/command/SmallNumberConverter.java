package dev.muster.cli.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads a whole number where only a smaller one makes sense. A class and no lambda: Java 17 crashes when it archives a lambda
 * that is bound to a class whose interface was compiled for Java 5, as picocli's are.
 */
public final class SmallNumberConverter implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String value) {
        long number = new NumberConverter().convert(value);
        if (number > Integer.MAX_VALUE) {
            throw new TypeConversionException("\"" + value + "\" is too large a number");
        }
        return Math.toIntExact(number);
    }
}
