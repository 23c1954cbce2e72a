package dev.muster.contacts;

import dev.muster.diagnostic.Diagnostic;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a check of a file found, in numbers; nothing of it is about one person.
 *
 * @param separator the character between the values
 * @param rows rows below the header, empty lines not counted
 * @param usable rows that can be imported
 * @param known usable rows whose number the workspace has already; empty when that could not be read
 * @param rewritten numbers of usable rows that are brought to another form
 * @param nameless rows without a name, of those that change somebody
 * @param optOuts usable rows that name a label which keeps people from being messaged
 * @param labels how many rows name each label, of those that change somebody
 * @param newLabels those of them that the workspace does not have
 * @param fields the columns that become contact fields
 * @param findings the first findings of each rule
 * @param found how often each rule found something
 * @param stops whether a finding stands in the way of importing the file
 */
public record ContactReport(
        char separator,
        int rows,
        int usable,
        OptionalInt known,
        int rewritten,
        int nameless,
        int optOuts,
        SortedMap<String, Integer> labels,
        List<String> newLabels,
        List<String> fields,
        List<Diagnostic> findings,
        SortedMap<String, Integer> found,
        boolean stops) {
    public ContactReport {
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
        newLabels = List.copyOf(newLabels);
        fields = List.copyOf(fields);
        findings = List.copyOf(findings);
        found = Collections.unmodifiableSortedMap(new TreeMap<>(found));
    }

    /** Whom the workspace does not have yet; everybody where that is not known. */
    public int added() {
        return usable - known.orElse(0);
    }

    /** Whether an import would change nothing: it has everybody, and they are left as they are. */
    public boolean changesNothing(DuplicateStrategy duplicates) {
        return !stops && added() == 0 && duplicates == DuplicateStrategy.SKIP;
    }
}
