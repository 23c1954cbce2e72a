package dev.muster.cli.forge;

import dev.muster.forge.JobEnd;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how a job ended; what cannot be read is wrong use, never a job that ended well. */
final class JobEndConverter implements ITypeConverter<JobEnd> {
    @Override
    public JobEnd convert(String value) {
        try {
            return JobEnd.of(value);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
