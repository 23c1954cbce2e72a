package dev.muster.cli.command;

import dev.muster.definition.SourceFile;
import dev.muster.model.CampaignKey;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a campaign key from the command line. */
public final class KeyConverter implements ITypeConverter<CampaignKey> {
    @Override
    public CampaignKey convert(String value) {
        try {
            return new CampaignKey(value);
        } catch (IllegalArgumentException e) {
            if (value.contains("/") || SourceFile.isYaml(value)) {
                throw new TypeConversionException(
                        "\"" + value + "\" is a file; write the campaign's key, which the file has as `key:`");
            }
            throw new TypeConversionException(
                    "\"" + value + "\" is not a campaign key (lower-case letters, digits and hyphens)");
        }
    }
}
