package dev.muster.cli.contacts;

import dev.muster.contacts.ColumnMeaning;
import dev.muster.contacts.ContactChecker;
import dev.muster.contacts.DuplicateStrategy;
import dev.muster.diagnostic.UsageException;
import dev.muster.model.Dialect;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What checking and importing a file of contacts have in common. */
final class ContactFileOptions {
    @Parameters(
            paramLabel = "FILE",
            description =
                    "A CSV file in UTF-8 or UTF-16 whose first row names its columns: name, phone, whatsapp, labels, and any"
                            + " contact field.")
    private Path file;

    @Option(
            names = "--country",
            paramLabel = "REGION",
            description = "The region, such as US, of numbers without a country code; without it they are refused.")
    private @Nullable String country;

    @Option(
            names = "--duplicates",
            paramLabel = "HOW",
            description = "What happens to people whom the workspace already has: mark, skip or update (default: skip)."
                    + " With the openapi dialect: mark, merge or replace (default: merge).")
    private @Nullable DuplicateStrategy duplicates;

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            description = "What the file is written in, such as windows-1252, if it is neither UTF-8 nor UTF-16.")
    private @Nullable String encoding;

    @Option(
            names = "--column",
            paramLabel = "COLUMN=MEANING",
            description = "What a column is for: name, phone, whatsapp, labels, field or ignore. May be repeated.")
    private Map<String, ColumnMeaning> columns = Map.of();

    @Option(names = "--create-labels", description = "Let labels be made that the workspace does not have.")
    private boolean createLabels;

    /** The options as they were given, for the command that comes next. */
    String asTyped() {
        return quoted(file.toString())
                + (country == null ? "" : " --country " + country)
                + (encoding == null ? "" : " --encoding " + encoding)
                + (duplicates == null ? "" : " --duplicates " + duplicates.word())
                + columns.entrySet().stream()
                        .map(column -> " --column "
                                + quoted(column.getKey() + "="
                                        + column.getValue().word()))
                        .collect(Collectors.joining())
                + (createLabels ? " --create-labels" : "");
    }

    private static String quoted(String argument) {
        return argument.matches("[\\w=./-]+") ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }

    Map<String, ColumnMeaning> columns() {
        return columns;
    }

    Path file() {
        return file;
    }

    boolean createLabels() {
        return createLabels;
    }

    Optional<String> country() {
        var region = Optional.ofNullable(country).map(text -> text.toUpperCase(Locale.ROOT));
        region.filter(text -> !ContactChecker.isCountry(text)).ifPresent(text -> {
            throw new UsageException(
                    "--country takes a region of two letters, such as US or GB, not \"" + country + "\"");
        });
        return region;
    }

    Optional<Charset> encoding() {
        try {
            return Optional.ofNullable(encoding).map(Charset::forName);
        } catch (IllegalArgumentException e) {
            throw new UsageException(
                    "--encoding takes the name of an encoding, such as windows-1252 or x-MacRoman, not \"" + encoding
                            + "\"");
        }
    }

    DuplicateStrategy duplicates(Dialect dialect) {
        var fallback = dialect == Dialect.OPENAPI ? DuplicateStrategy.MERGE : DuplicateStrategy.SKIP;
        var chosen = Optional.ofNullable(duplicates).orElse(fallback);
        if (!chosen.isKnownTo(dialect)) {
            throw new UsageException("the " + dialect.name().toLowerCase(Locale.ROOT)
                    + " dialect does not know --duplicates " + chosen.word());
        }
        return chosen;
    }
}
