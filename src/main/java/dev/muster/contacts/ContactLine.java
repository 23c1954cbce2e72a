package dev.muster.contacts;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One row that can be imported: numbers in E.164, labels by name. Personal data: held in memory only. */
public record ContactLine(
        String name,
        Optional<String> phone,
        Optional<String> whatsapp,
        List<String> labels,
        Map<String, String> fields) {
    public ContactLine {
        labels = List.copyOf(labels);
        fields = Map.copyOf(fields);
    }

    @Override
    public String toString() {
        return "ContactLine[…]";
    }
}
