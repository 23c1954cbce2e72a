package dev.muster.cli.command;

import dev.muster.model.CampaignKey;
import dev.muster.model.SingleIdentity;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What a command about the record is asked about: a campaign by its key, or a single message by its identity. */
public sealed interface EntrySelector {
    /** A campaign, in all its generations. */
    record OfCampaign(CampaignKey key) implements EntrySelector {}

    /** One single message. */
    record OfSingle(SingleIdentity identity) implements EntrySelector {}

    /** Reads either from the command line. */
    final class Converter implements ITypeConverter<EntrySelector> {
        @Override
        public EntrySelector convert(String value) {
            if (!value.startsWith(SingleIdentity.PREFIX)) {
                return new OfCampaign(new KeyConverter().convert(value));
            }
            try {
                return new OfSingle(SingleIdentity.parse(value));
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException("\"" + value + "\" is not the identity of a single message, such as"
                        + " send/20261130T090000Z/1f0c9a2e");
            }
        }
    }
}
