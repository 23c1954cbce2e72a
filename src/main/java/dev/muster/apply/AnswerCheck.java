package dev.muster.apply;

import dev.muster.lock.AskedCampaign;
import dev.muster.model.CampaignRequest;
import dev.muster.model.CampaignStatement;
import dev.muster.model.ReportedTime;
import dev.muster.model.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * SeaX's answer to a campaign, held against the request, field by field. A field that is missing contradicts nothing, but for
 * name and type, which every document has.
 */
final class AnswerCheck {
    /** Twice what a plan allows SeaX's clock to differ from ours: a clock can be set right while it is asked. */
    private static final Duration SKEW = Duration.ofMinutes(10);

    private final StrictResponse shape;
    private final CampaignRequest asked;
    private final List<String> found = new ArrayList<>();

    private AnswerCheck(StrictResponse shape, CampaignRequest asked) {
        this.shape = shape;
        this.asked = asked;
    }

    /** Where they differ, in sentences without a stop; {@code at} is when it was asked, by our clock. */
    static List<String> of(StrictResponse shape, CampaignRequest asked, Instant at) {
        var check = new AnswerCheck(shape, asked);
        check.identity();
        check.found.addAll(AskedCampaign.of(asked).contradictedByAnswer(check.statement()));
        check.stage();
        check.times(at);
        check.message();
        check.audience();
        check.count();
        return List.copyOf(check.found);
    }

    private void identity() {
        if (!shape.text("name").orElse("").endsWith(asked.marker().suffix())) {
            found.add("the name in SeaX's answer does not carry the marker " + asked.marker());
        }
        if (shape.text("type").isEmpty()) {
            found.add("the type in SeaX's answer is not " + CampaignRequest.TYPE);
        }
    }

    private CampaignStatement statement() {
        return new CampaignStatement(
                shape.text("type"),
                shape.text("status").map(ServerText::clean),
                shape.text("message"),
                shape.phones(),
                shape.time("created_time"),
                shape.time("start_time"));
    }

    private void stage() {
        if (is("stage", "DRAFT") || is("status", "DRAFT")) {
            found.add("SeaX made a draft of it");
        }
        boolean scheduled = asked.window().isPresent();
        if (shape.flag("is_schedule").filter(flag -> flag != scheduled).isPresent()) {
            found.add("SeaX says is_schedule: " + !scheduled + ", asked was " + scheduled);
        }
    }

    private boolean is(String field, String word) {
        return shape.text(field).filter(word::equalsIgnoreCase).isPresent();
    }

    private void times(Instant at) {
        if (asked.window().isPresent() && isUnreadable("start_time")) {
            found.add("SeaX names a start that cannot be read: "
                    + ServerText.clean(shape.text("start_time").orElseThrow()));
        }
        asked.window().ifPresent(this::end);
        var created = shape.time("created_time").filter(ReportedTime::hasZone).map(ReportedTime::instant);
        created.filter(said -> said.isBefore(at.minus(SKEW)))
                .ifPresent(said -> found.add("SeaX says that it was created at " + said + ", before it was asked for"));
    }

    private boolean isUnreadable(String field) {
        return shape.text(field).isPresent() && shape.time(field).isEmpty();
    }

    /** What has just been made cannot have ended: an end is the one that it is to have. */
    private void end(Schedule.Window window) {
        var end = shape.time("end_time");
        window.end()
                .filter(due ->
                        end.filter(time -> !time.fits(due, window.zone())).isPresent())
                .ifPresent(due -> found.add(
                        "SeaX says that it ends at " + end.orElseThrow().instant() + ", asked was " + due));
        if (window.end().isEmpty()
                && end.filter(time -> time.instant().isBefore(window.start())).isPresent()) {
            found.add("SeaX says that it ends at " + end.orElseThrow().instant().atOffset(ZoneOffset.UTC)
                    + ", before its start");
        }
    }

    private void message() {
        var message = asked.message();
        if (shape.ids("media_urls")
                .filter(urls -> !urls.equals(Set.copyOf(message.media())))
                .isPresent()) {
            found.add("the media in SeaX's answer are not the ones asked for");
        }
        if (shape.flag("enable_link_shortening")
                .filter(flag -> flag != message.shortenLinks())
                .isPresent()) {
            found.add("SeaX says enable_link_shortening: " + !message.shortenLinks() + ", asked was "
                    + message.shortenLinks());
        }
    }

    /** The request's own fields, or the vendor's {@code campaign_metadata}: who is reached, and who is left out. */
    private void audience() {
        var audience = asked.audience();
        var seen = shape.part("campaign_metadata");
        differs(audience.any(), "any_contact_label_ids", "any_contact_labels", seen);
        differs(audience.all(), "all_contact_label_ids", "all_contact_labels", seen);
        differs(audience.exclude(), "exclude_any_contact_label_ids", "exclude_any_contact_labels", seen);
        differs(audience.excludeContacts(), "exclude_contact_ids", "exclude_contacts", seen);
        differs(List.of(), "addition_contact_ids", "addition_contacts", seen);
        differs(List.of(), "exclude_all_contact_label_ids", "exclude_all_contact_labels", seen);
        differs(asked.attachLabels(), "attach_contact_label_ids", "attach_contact_labels", seen);
    }

    private void differs(Collection<?> ids, String field, String shown, StrictResponse metadata) {
        var wanted = ids.stream().map(Object::toString).collect(Collectors.toUnmodifiableSet());
        var said = shape.ids(field).or(() -> metadata.ids(field)).or(() -> metadata.ids(shown));
        if (said.filter(other -> !other.equals(wanted)).isPresent()) {
            found.add(field + " in SeaX's answer is not as asked");
        }
    }

    private void count() {
        OptionalLong count = shape.wholeNumber("target_contact_count");
        if (count.isPresent() && (count.getAsLong() < 0 || count.getAsLong() > Integer.MAX_VALUE)) {
            found.add("SeaX counts " + count.getAsLong() + " contacts, which cannot be");
        }
    }
}
