package dev.muster.cli.command;

import dev.muster.model.Sha256;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a digest from the command line. */
public final class DigestConverter implements ITypeConverter<Sha256> {
    @Override
    public Sha256 convert(String value) {
        try {
            return new Sha256(value);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(
                    "\"" + value + "\" is not a digest: sha256: and 64 digits, as the plan shows");
        }
    }
}
