package dev.muster.cli.command;

import dev.muster.model.RemoteId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the id that SeaX gave to a campaign from the command line. */
public final class RemoteIdConverter implements ITypeConverter<RemoteId> {
    @Override
    public RemoteId convert(String value) {
        if (value.isBlank()) {
            throw new TypeConversionException("an id of SeaX is not empty");
        }
        return new RemoteId(value);
    }
}
