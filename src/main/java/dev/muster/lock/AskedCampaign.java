package dev.muster.lock;

import dev.muster.model.Campaign;
import dev.muster.model.CampaignRequest;
import dev.muster.model.CampaignStatement;
import dev.muster.model.CampaignStatus;
import dev.muster.model.PhoneId;
import dev.muster.model.RemoteCampaign;
import dev.muster.model.ReportedTime;
import dev.muster.model.Schedule;
import dev.muster.model.Sha256;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What was asked of SeaX for one campaign, and how that is held against what SeaX says of it. The answer to the post, every
 * later look, and a campaign that may be the one of a send in doubt are judged here, by the same rules. What SeaX leaves out
 * contradicts nothing.
 *
 * @param senders from whom; empty where that is not known
 * @param start when it was to go out; absent: at once
 * @param hold how long after it was made what goes out at once is held back
 * @param zone in which a time without a zone may be meant
 */
public record AskedCampaign(
        List<PhoneId> senders, Optional<Sha256> text, Optional<Instant> start, Duration hold, Optional<ZoneId> zone) {
    /** A clock of SeaX's may be so much ahead of another one of its own. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    /** So late a campaign may start that was to start at once, or at a given time. */
    private static final Duration LATEST = Duration.ofMinutes(60);

    public AskedCampaign {
        senders = List.copyOf(senders);
    }

    public static AskedCampaign of(CampaignRequest request) {
        return new AskedCampaign(
                request.senders(),
                Optional.of(Sha256.of(request.message().text())),
                request.window().map(Schedule.Window::start),
                Duration.ZERO,
                request.window().map(Schedule.Window::zone));
    }

    /** A campaign as it is defined. */
    public static AskedCampaign of(Campaign campaign, List<PhoneId> senders, Duration hold) {
        var window = Optional.of(campaign.schedule())
                .filter(Schedule.Window.class::isInstance)
                .map(Schedule.Window.class::cast);
        return new AskedCampaign(
                senders,
                Optional.of(Sha256.of(campaign.message().text())),
                window.map(Schedule.Window::start),
                hold,
                window.map(Schedule.Window::zone));
    }

    /** What the record has of it. */
    public static AskedCampaign of(RequestSummary posted) {
        return new AskedCampaign(posted.senders(), posted.text(), posted.start(), Duration.ZERO, Optional.empty());
    }

    /** Where the answer to the post contradicts it. */
    public List<String> contradictedByAnswer(CampaignStatement said) {
        var found = contradictions(said);
        started(said, Instant.MIN).ifPresent(found::add);
        start.flatMap(asked -> moved(said, asked)).ifPresent(found::add);
        if (start.isEmpty()) {
            startIn(said)
                    .filter(at -> isLate(at, said, SKEW))
                    .map(this::otherStart)
                    .ifPresent(found::add);
        }
        if (Set.of(CampaignStatus.FAILED, CampaignStatus.CANCELLED, CampaignStatus.PAUSED)
                .contains(said.stage())) {
            found.add("SeaX says " + said.status().orElse("") + ", where a send was asked");
        }
        return List.copyOf(found);
    }

    /** Where a later look at an attempt's campaign contradicts it; of an adopted one nobody knows what was asked. */
    public static List<String> contradictedByLook(Attempt attempt, RemoteCampaign seen, Instant now) {
        return attempt.posted()
                .map(posted -> AskedCampaign.of(posted).contradictedByLook(seen, now))
                .orElse(List.of());
    }

    /** A campaign that has begun names the time of its real start. */
    private List<String> contradictedByLook(RemoteCampaign seen, Instant now) {
        var said = seen.statement();
        var found = contradictions(said);
        started(said, now).ifPresent(found::add);
        otherStart(said).map(this::otherStart).ifPresent(found::add);
        return List.copyOf(found);
    }

    /** The start that it has, where that is earlier than the one asked for, or much later; without a zone nobody can say. */
    public Optional<Instant> otherStart(CampaignStatement said) {
        return startIn(said).filter(at -> isEarly(at) || isLate(at, said, LATEST));
    }

    private static Optional<Instant> startIn(CampaignStatement said) {
        return said.start().filter(ReportedTime::hasZone).map(ReportedTime::instant);
    }

    private boolean isEarly(Instant at) {
        return start.filter(asked -> at.isBefore(asked.minus(SKEW))).isPresent();
    }

    private boolean isLate(Instant at, CampaignStatement said, Duration most) {
        var created = said.created().filter(ReportedTime::hasZone).map(ReportedTime::instant);
        return start.or(() -> created.map(made -> made.plus(hold)))
                .filter(due -> at.isAfter(due.plus(most)))
                .isPresent();
    }

    private List<String> contradictions(CampaignStatement said) {
        var found = new ArrayList<String>();
        if (said.isOfOtherType()) {
            found.add("the type in SeaX's answer is not " + CampaignRequest.TYPE);
        }
        if (hasOtherText(said)) {
            found.add("the text in SeaX's answer is not the one asked for");
        }
        if (hasOtherSenders(said)) {
            found.add("the senders in SeaX's answer are not the ones asked for");
        }
        if (start.isEmpty() && said.stage() == CampaignStatus.PENDING && !isQueued(said)) {
            found.add("SeaX says " + said.status().orElse("") + ", where sending at once was asked");
        }
        return found;
    }

    /** What waits in a queue is being sent. */
    private static boolean isQueued(CampaignStatement said) {
        return said.status().filter("queued"::equalsIgnoreCase).isPresent();
    }

    /** Line ends, outer blanks and the composition of accents may change on the way; nothing of it is read. */
    public boolean hasOtherText(CampaignStatement said) {
        return said.text().filter(this::isAnotherText).isPresent();
    }

    private boolean isAnotherText(String said) {
        return text.isPresent() && forms(said).map(Sha256::of).noneMatch(text.get()::equals);
    }

    private static Stream<String> forms(String said) {
        var lines = said.replace("\r\n", "\n");
        var composed =
                Stream.of(Normalizer.Form.NFC, Normalizer.Form.NFD).map(form -> Normalizer.normalize(lines, form));
        return Stream.concat(Stream.of(said, lines), composed)
                .flatMap(text -> Stream.of(text, text.strip(), text + "\n", text.strip() + "\n"));
    }

    /** Whether it is sent from other phones. */
    public boolean hasOtherSenders(CampaignStatement said) {
        return !senders.isEmpty()
                && said.senders()
                        .filter(shown -> !shown.equals(Set.copyOf(senders)))
                        .isPresent();
    }

    /** It goes on, or is over, before it was to start. */
    private Optional<String> started(CampaignStatement said, Instant now) {
        boolean goes = said.stage() == CampaignStatus.RUNNING || said.stage() == CampaignStatus.FINISHED;
        return start.filter(asked -> goes && now.isBefore(asked.minus(SKEW)))
                .map(asked -> "SeaX says " + said.status().orElse("") + ", where a start at " + asked + " was asked");
    }

    private Optional<String> moved(CampaignStatement said, Instant asked) {
        return said.start()
                .filter(time -> !time.fits(asked, zone.orElse(ZoneOffset.UTC)))
                .map(time -> otherStart(time.instant()));
    }

    private String otherStart(Instant at) {
        return "SeaX says that it starts at " + at
                + start.map(asked -> ", asked was " + asked).orElse(", where sending at once was asked");
    }
}
