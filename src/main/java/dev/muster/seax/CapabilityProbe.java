package dev.muster.seax;

import dev.muster.http.HttpReply;
import dev.muster.resolve.Capabilities;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Finds out what a workspace's API can do, by asking for one row of everything. That there is no such thing (404, 405)
 * means "no"; every other refusal, a refused key or a failing server means that nothing is known, and is an exception: a
 * list that was not read must not pass for one that does not exist.
 */
record CapabilityProbe(SeaxReader reads, Random random) {
    private static final Set<Integer> ABSENT = Set.of(404, 405, 410);
    private static final int MOST_SENDERS = 5;
    private static final Map<String, String> ONE_ROW = Map.of("offset", "0", "limit", "1");

    /** The first question alone, so that a refused key is shown once; the others on their way at once. */
    Capabilities run() {
        boolean labels = list("contact_labels", ONE_ROW).isPresent();
        var people = ask(() -> people(labels));
        var campaigns = ask(() -> list("campaigns", ONE_ROW).isPresent());
        var jobs = ask(() -> list("jobs", ONE_ROW).isPresent());
        var templates = ask(this::templates);
        return new Capabilities(
                labels,
                people.get().carryLabels(),
                people.get().areFiltered(),
                campaigns.get(),
                jobs.get(),
                templates.get());
    }

    /** What the contacts show. */
    private record People(boolean carryLabels, boolean areFiltered) {}

    private People people(boolean labels) {
        var contacts = list("contacts", ONE_ROW);
        boolean isEmpty = contacts.isPresent() && contacts.get().requiredNumber("total") == 0;
        // nobody in the workspace shows what a filter or a row does: the labels' endpoint stands for its neighbours
        return isEmpty ? new People(labels, labels) : new People(carriesLabels(contacts), matchesNobody());
    }

    private <T> AsyncResult<T> ask(Supplier<T> question) {
        return AsyncResult.of(question, reads.threads());
    }

    /** The list is kept by sender: one that is not known there says nothing about the next. */
    private boolean templates() {
        var senders = list("phones", Map.of("enabled", "true", "offset", "0", "limit", String.valueOf(RowLimit.MOST)));
        return senders.stream()
                .flatMap(body -> body.rows("data").stream())
                .map(row -> RowMapper.phone(row, true))
                .filter(phone -> phone.whatsapp().orElse(true))
                .limit(MOST_SENDERS)
                .anyMatch(phone -> new TemplateList(reads, phone).isThere());
    }

    private static boolean carriesLabels(Optional<JsonRow> contacts) {
        return contacts.stream()
                .flatMap(body -> body.rows("data").stream())
                .anyMatch(row -> row.hasList("contact_labels"));
    }

    /** A server that ignores a filter answers a made-up label with everybody. */
    private boolean matchesNobody() {
        var query = new TreeMap<>(ONE_ROW);
        query.put("any_contact_label_ids", new UUID(random.nextLong(), random.nextLong()).toString());
        var target = ResourcePath.of("contacts");
        var reply = reads.ask(target, query);
        return list(target, reply)
                .filter(body -> body.requiredNumber("total") == 0)
                .isPresent();
    }

    private Optional<JsonRow> list(String name, Map<String, String> query) {
        var target = ResourcePath.of(name);
        var reply = reads.ask(target, query);
        return ABSENT.contains(reply.status())
                ? Optional.empty()
                : Optional.of(whole(target, reads.object(target, reply)));
    }

    private static JsonRow whole(ResourcePath target, JsonRow body) {
        if (!isList(body)) {
            throw target.unusable("it is not a list with its total");
        }
        return body;
    }

    /** A filter may be refused in any way. */
    private Optional<JsonRow> list(ResourcePath target, HttpReply reply) {
        return reply.isSuccess()
                ? Optional.of(reads.object(target, reply)).filter(CapabilityProbe::isList)
                : Optional.empty();
    }

    private static boolean isList(JsonRow body) {
        return body.hasList("data") && body.number("total").isPresent();
    }
}
