package dev.muster.lock;

import dev.muster.model.Audience;
import dev.muster.model.CampaignRequest;
import dev.muster.model.KeyedRoster;
import dev.muster.model.LabelId;
import dev.muster.model.PhoneId;
import dev.muster.model.Schedule;
import dev.muster.model.Sha256;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Whom an attempt asked SeaX to message, and from when on (absent: at once), so that a later plan can say who got a message
 * lately; and from whom and with which text, so that the campaign can be told from another one. Labels only; of single
 * contacts that were excluded there is only the number, and of the text its digest. {@code receipt} is its receipt label.
 * {@code people} is kept where a later wave or part must not reach them again. {@code chunks} is there for a part: into how
 * many chunks the people of each language fall, which stays as it is for all parts of a campaign. Locks of earlier versions
 * have neither senders nor text.
 */
public record RequestSummary(
        List<LabelId> any,
        List<LabelId> all,
        List<LabelId> exclude,
        int excludedContacts,
        Optional<Instant> start,
        List<PhoneId> senders,
        Optional<Sha256> text,
        Optional<LabelId> receipt,
        Optional<KeyedRoster> people,
        SortedMap<String, Integer> chunks) {
    public RequestSummary {
        any = List.copyOf(any);
        all = List.copyOf(all);
        exclude = List.copyOf(exclude);
        senders = List.copyOf(senders);
        chunks = Collections.unmodifiableSortedMap(new TreeMap<>(chunks));
    }

    /** Of a campaign in one piece. */
    public RequestSummary(
            List<LabelId> any,
            List<LabelId> all,
            List<LabelId> exclude,
            int excludedContacts,
            Optional<Instant> start,
            List<PhoneId> senders,
            Optional<Sha256> text,
            Optional<LabelId> receipt,
            Optional<KeyedRoster> people) {
        this(any, all, exclude, excludedContacts, start, senders, text, receipt, people, new TreeMap<>());
    }

    /**
     * What is kept of a part: whom its campaign is for, who is in it, and how the rest is cut. {@code excluded} are the labels
     * that nobody may carry who is in it.
     */
    public static RequestSummary ofPart(
            CampaignRequest request, List<LabelId> excluded, KeyedRoster people, SortedMap<String, Integer> chunks) {
        var audience = request.audience();
        return new RequestSummary(
                audience.any(),
                audience.all(),
                excluded,
                audience.excludeContacts().size(),
                Optional.empty(),
                request.senders(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(people),
                chunks);
    }

    /** What is kept of a request: everything that it can be recognised by on SeaX, but no id of a contact. */
    public static RequestSummary of(CampaignRequest request, Optional<LabelId> receipt, Optional<KeyedRoster> people) {
        var audience = request.audience();
        return new RequestSummary(
                audience.any(),
                audience.all(),
                audience.exclude(),
                audience.excludeContacts().size(),
                request.window().map(Schedule.Window::start),
                request.senders(),
                Optional.of(Sha256.of(request.message().text())),
                receipt,
                people);
    }

    /**
     * The audience without its excluded contacts: at least everybody who was messaged. Whoever got it carries its receipt
     * label by now, so that exclusion is not a part of it.
     */
    public Audience<LabelId> audience() {
        var others = exclude.stream()
                .filter(label -> receipt.filter(label::equals).isEmpty())
                .toList();
        return new Audience<>(any, all, others, List.of());
    }
}
