package dev.muster.cli.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.cli.command.Masking;
import dev.muster.cli.contacts.ContactsSeen.Seen;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What an import did to contacts: {@code numbers} are those that it uploaded. */
record ContactChanges(ContactsSeen before, ContactsSeen after, List<String> numbers) {
    void requireNone() {
        assertThat(after).isEqualTo(before);
    }

    /** The numbers of the summary, counted in what the workspace has afterwards. */
    void requireAsSaid(JsonNode summary, boolean isMarked) {
        int known = summary.path("known").asInt();
        assertThat(added()).hasSize(summary.path("added").asInt() + (isMarked ? known : 0));
        assertThat(changed().count()).isLessThanOrEqualTo(known);
        assertThat(changed()).allMatch(row -> row.has(numbers));
        summary.path("labels")
                .properties()
                .forEach(label -> assertThat(carriers(label.getKey()))
                        .as(label.getKey())
                        .isEqualTo(label.getValue().asInt()));
        var fields = Stream.concat(
                        Stream.of(""), summary.path("fields").valueStream().map(JsonNode::asString))
                .map(field -> field.toLowerCase(Locale.ROOT))
                .toList();
        assertThat(added())
                .allSatisfy(row -> assertThat(fields)
                        .containsAll(row.contact().fields().keySet().stream()
                                .map(field -> field.toLowerCase(Locale.ROOT))
                                .toList()));
    }

    private long carriers(String label) {
        return after.rows().values().stream()
                .filter(row -> row.has(numbers) && row.labels().contains(label))
                .count();
    }

    private List<Seen> added() {
        return after.rows().values().stream()
                .filter(row -> !before.rows().containsKey(row.contact().id()))
                .toList();
    }

    private Stream<Seen> changed() {
        return after.rows().values().stream()
                .filter(row -> before.rows().containsKey(row.contact().id()) && !isKept(row));
    }

    private boolean isKept(Seen row) {
        return row.equals(before.rows().get(row.contact().id()));
    }

    /** As a person reads it: who came, who changed, and that nobody else did. */
    String text() {
        return "--- people\n"
                + lines("+", added().stream())
                + lines("~", changed())
                + "as before: "
                + after.rows().values().stream().filter(this::isKept).count() + "\n";
    }

    private static String lines(String sign, Stream<Seen> rows) {
        return rows.sorted(Comparator.comparing(Seen::number)
                        .thenComparing(row -> row.contact().name()))
                .map(row -> sign + " " + line(row) + "\n")
                .collect(Collectors.joining());
    }

    private static String line(Seen row) {
        var fields = ContactsSeen.fields(row);
        return Stream.of(
                        Masking.name(row.contact().name()),
                        Masking.number(row.number()),
                        "[" + String.join(", ", row.labels()) + "]",
                        fields.isEmpty() ? "" : fields.toString().replaceAll("\\s*\\R\\s*", " / "))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("  "));
    }
}
