package dev.muster.seax;

import dev.muster.http.HttpReply;
import dev.muster.resolve.Capabilities;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Finds out what a workspace's API can do, by asking for a row of everything. That there is no such thing (404, 405)
 * means "no"; every other refusal, a refused key or a failing server means that nothing is known, and is an exception: a
 * list that was not read must not pass for one that does not exist.
 */
record CapabilityProbe(MovingList lists, Random random) {
    private static final Set<Integer> ABSENT = Set.of(404, 405, 410);
    private static final int MOST_SENDERS = 5;
    private static final SeaxList<JsonRow> CONTACTS =
            SeaxList.of(ResourcePath.of("contacts"), row -> row, JsonRow::toString);

    /**
     * The first question alone, so that a refused key is shown once. Then the contacts, whose first page begins the reading of
     * people: nothing that is asked beside it makes that reading another one. The others on their way at once.
     */
    Capabilities run() {
        boolean labels = first(SeaxWorkspace.LABELS).isPresent();
        var people = people(labels);
        var campaigns = ask(() -> opened(CampaignHistory.DRAFTS).isPresent());
        var jobs = ask(() -> first(SeaxWorkspace.JOBS).isPresent());
        var templates = ask(this::templates);
        return new Capabilities(
                labels, people.carryLabels(), people.areFiltered(), campaigns.get(), jobs.get(), templates.get());
    }

    /** What the contacts show. */
    private record People(boolean carryLabels, boolean areFiltered) {}

    private People people(boolean labels) {
        // where there are no labels, contacts come in no order
        var contacts = opened(labels ? CONTACTS.in(SeaxWorkspace.OLDEST_FIRST) : CONTACTS);
        boolean isEmpty = contacts.filter(CapabilityProbe::isNobody).isPresent();
        // nobody in the workspace shows what a filter or a row does: the labels' endpoint stands for its neighbours
        return isEmpty ? new People(labels, labels) : new People(carriesLabels(contacts), matchesNobody());
    }

    private static boolean isNobody(SeaxPage<?> page) {
        return page.rows().isEmpty() && page.total().orElse(0) == 0;
    }

    private <T> AsyncResult<T> ask(Supplier<T> question) {
        return AsyncResult.of(question, lists.pages().reads().threads());
    }

    /** The list is kept by sender: one that is not known there says nothing about the next. */
    private boolean templates() {
        return opened(SeaxWorkspace.senders(true)).stream()
                .flatMap(senders -> senders.rows().stream())
                .filter(phone -> phone.whatsapp().orElse(true))
                .limit(MOST_SENDERS)
                .anyMatch(phone -> new TemplateList(lists, phone).isThere());
    }

    private static boolean carriesLabels(Optional<SeaxPage<JsonRow>> contacts) {
        return contacts.stream().flatMap(page -> page.rows().stream()).anyMatch(row -> row.hasList("contact_labels"));
    }

    /** A server that ignores a filter answers a made-up label with everybody; one may refuse it in any way. */
    private boolean matchesNobody() {
        var label = new UUID(random.nextLong(), random.nextLong()).toString();
        var filtered = CONTACTS.with(Map.of("any_contact_label_ids", label));
        var reply = lists.pages().ask(filtered, 0, 1);
        return reply.isSuccess()
                && lists.pages().isList(filtered, reply)
                && isNobody(lists.pages().page(filtered, 0, reply));
    }

    /** The first row of a list, where this API has it. */
    private <T> Optional<SeaxPage<T>> first(SeaxList<T> listing) {
        return page(listing, lists.pages().ask(listing, 0, 1));
    }

    /** The first page of a list that is read next, where this API has it. */
    private <T> Optional<SeaxPage<T>> opened(SeaxList<T> listing) {
        return page(listing, lists.pages().open(listing));
    }

    private <T> Optional<SeaxPage<T>> page(SeaxList<T> listing, HttpReply reply) {
        return ABSENT.contains(reply.status())
                ? Optional.empty()
                : Optional.of(lists.pages().page(listing, 0, reply));
    }
}
