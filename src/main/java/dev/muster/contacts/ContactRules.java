package dev.muster.contacts;

import java.nio.charset.Charset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a file is held against.
 *
 * @param country the region (ISO 3166, such as {@code US}) of numbers without a country code; without it they are refused
 * @param duplicates what is to happen to people whom the workspace has already
 * @param labels the workspace's label names; empty when they could not be read, then no label is judged
 * @param createLabels whether a label that the workspace does not have may be made
 * @param suppression the labels that the policy excludes from everything
 * @param columns what columns are for, by their names as written; the others are taken as their names say
 * @param encoding what the file is written in, where its first bytes do not prove it; UTF-8 when nothing is named
 * @param people whom the workspace has; empty when that could not be read
 */
public record ContactRules(
        Optional<String> country,
        DuplicateStrategy duplicates,
        Optional<Set<String>> labels,
        boolean createLabels,
        Set<String> suppression,
        Map<String, ColumnMeaning> columns,
        Optional<Charset> encoding,
        Optional<KnownPeople> people) {
    public ContactRules {
        labels = labels.map(Set::copyOf);
        suppression = Set.copyOf(suppression);
        columns = Map.copyOf(columns);
    }
}
