package dev.muster.plan;

import dev.muster.model.Audience;
import dev.muster.model.CampaignRequest;
import dev.muster.model.ContactId;
import dev.muster.model.Dialect;
import dev.muster.model.LabelId;
import dev.muster.model.LabelName;
import dev.muster.model.Schedule;
import dev.muster.model.project.WorkspaceSettings.OpenApiAccount;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is added to a reviewed request when it is sent, because only then it is known: the id of its receipt label, which is
 * made just before, the start of a campaign that is held, and the contacts that earlier waves reached. The review approves
 * the label's name, the length of the hold and how many people are reached; what is posted is asserted to be the reviewed
 * text with these additions and no other difference.
 */
public record RequestFinalizer(
        Dialect dialect,
        Optional<OpenApiAccount> account,
        Optional<LabelName> receipt,
        Optional<Duration> hold,
        List<ContactId> leftOut) {
    /** The reviewed text is posted as it is. */
    public static final RequestFinalizer NONE =
            new RequestFinalizer(Dialect.TUTORIAL, Optional.empty(), Optional.empty(), Optional.empty(), List.of());

    private static final String EXCLUDED = "exclude_any_contact_label_ids";
    private static final String ATTACHED = "attach_contact_label_ids";
    private static final String LEFT_OUT = "exclude_contact_ids";

    public RequestFinalizer {
        leftOut = List.copyOf(leftOut);
    }

    /** What a review approves besides the text; nothing where nothing is added. */
    String approved() {
        return receipt.map(name -> "\nreceipt " + name).orElse("")
                + hold.map(length -> "\nhold " + length).orElse("");
    }

    /** The request and the very bytes to post now; {@code label} is the receipt label's id, where the campaign has one. */
    FinalRequest complete(CampaignRequest reviewed, String text, Optional<LabelId> label, Instant now) {
        if (label.isPresent() != receipt.isPresent()) {
            throw new IllegalArgumentException("a receipt label is needed, or not known: " + reviewed.identity());
        }
        if (receipt.isEmpty() && hold.isEmpty() && leftOut.isEmpty()) {
            return new FinalRequest(reviewed, text, label);
        }
        var request = new CampaignRequest(
                reviewed.identity(),
                reviewed.marker(),
                reviewed.name(),
                reviewed.message(),
                reviewed.senders(),
                excluding(reviewed.audience(), label),
                hold.<Schedule>map(length -> held(now, length)).orElse(reviewed.schedule()),
                with(reviewed.attachLabels(), label));
        var body = RequestBody.of(request, dialect, account);
        requireOnlyAdditions(text, body, label);
        return new FinalRequest(request, body, label);
    }

    /** The API document writes times to the second. */
    private static Schedule held(Instant now, Duration length) {
        return new Schedule.Window(now.plus(length).truncatedTo(ChronoUnit.SECONDS), Optional.empty(), ZoneOffset.UTC);
    }

    private Audience<LabelId> excluding(Audience<LabelId> audience, Optional<LabelId> label) {
        var contacts = Stream.concat(audience.excludeContacts().stream(), leftOut.stream())
                .distinct()
                .toList();
        return new Audience<>(audience.any(), audience.all(), with(audience.exclude(), label), contacts);
    }

    private static List<LabelId> with(List<LabelId> labels, Optional<LabelId> label) {
        return Stream.concat(labels.stream(), label.stream()).distinct().toList();
    }

    /** What this guards against is a mistake in Muster, so it ends the run before anything is posted. */
    private void requireOnlyAdditions(String reviewed, String posted, Optional<LabelId> label) {
        var before = object(reviewed);
        var after = object(posted);
        var contacts = new HashSet<>(ids(before, LEFT_OUT));
        leftOut.forEach(id -> contacts.add(id.value()));
        boolean isComplete = ids(after, EXCLUDED).equals(with(ids(before, EXCLUDED), label))
                && ids(after, ATTACHED).equals(with(ids(before, ATTACHED), label))
                && ids(after, LEFT_OUT).equals(contacts);
        List.of(EXCLUDED, ATTACHED, LEFT_OUT, "start_time", "is_schedule").forEach(field -> {
            before.remove(field);
            after.remove(field);
        });
        if (!isComplete || !before.equals(after)) {
            throw new IllegalStateException("what would be posted is not what was reviewed");
        }
    }

    private static ObjectNode object(String text) {
        return (ObjectNode) JsonMapper.shared().readTree(text);
    }

    private static Set<String> ids(ObjectNode body, String field) {
        var ids = new HashSet<String>();
        StreamSupport.stream(body.path(field).spliterator(), false).forEach(id -> ids.add(id.asString()));
        return ids;
    }

    private static Set<String> with(Set<String> ids, Optional<LabelId> label) {
        var all = new HashSet<>(ids);
        label.ifPresent(id -> all.add(id.value()));
        return all;
    }
}
