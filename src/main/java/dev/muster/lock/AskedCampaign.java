package dev.muster.lock;

import dev.muster.model.CampaignRequest;
import dev.muster.model.CampaignStatement;
import dev.muster.model.PhoneId;
import dev.muster.model.RemoteCampaign;
import dev.muster.model.ReportedTime;
import dev.muster.model.Schedule;
import dev.muster.model.Sha256;
import dev.muster.model.Stage;
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
 * What was asked of SeaX for one campaign, and how that is held against what SeaX says of it. The answer to the post and
 * every later look are judged here, by the same rules. What SeaX leaves out contradicts nothing.
 *
 * @param start when it was to go out; absent: at once
 * @param zone in which a time without a zone may be meant
 */
public record AskedCampaign(
        List<PhoneId> senders, Optional<Sha256> text, Optional<Instant> start, Optional<ZoneId> zone) {
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
                request.window().map(Schedule.Window::zone));
    }

    /** What the record has of it. */
    public static AskedCampaign of(Posted posted) {
        return new AskedCampaign(posted.senders(), posted.text(), posted.start(), Optional.empty());
    }

    /** Where the answer to the post contradicts it. */
    public List<String> contradictedByAnswer(CampaignStatement said) {
        var found = contradictions(said);
        started(said, Instant.MIN).ifPresent(found::add);
        start.flatMap(asked -> moved(said, asked)).ifPresent(found::add);
        if (start.isEmpty()) {
            late(said, SKEW).ifPresent(found::add);
        }
        if (Set.of(Stage.FAILED, Stage.CANCELLED, Stage.PAUSED).contains(said.stage())) {
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
        start.flatMap(asked -> early(said, asked)).ifPresent(found::add);
        late(said, LATEST).ifPresent(found::add);
        return List.copyOf(found);
    }

    private List<String> contradictions(CampaignStatement said) {
        var found = new ArrayList<String>();
        if (said.type().filter(type -> !type.equals(CampaignRequest.TYPE)).isPresent()) {
            found.add("the type in SeaX's answer is not " + CampaignRequest.TYPE);
        }
        if (said.text().filter(this::isAnotherText).isPresent()) {
            found.add("the text in SeaX's answer is not the one asked for");
        }
        if (said.senders().filter(this::areOthers).isPresent()) {
            found.add("the senders in SeaX's answer are not the ones asked for");
        }
        if (start.isEmpty() && said.stage() == Stage.PENDING && !isQueued(said)) {
            found.add("SeaX says " + said.status().orElse("") + ", where sending at once was asked");
        }
        return found;
    }

    /** What waits in a queue is being sent. */
    private static boolean isQueued(CampaignStatement said) {
        return said.status().filter("queued"::equalsIgnoreCase).isPresent();
    }

    /** Line ends, outer blanks and the composition of accents may change on the way; nothing of it is read. */
    private boolean isAnotherText(String said) {
        var lines = said.replace("\r\n", "\n");
        return text.isPresent()
                && Stream.of(said, lines, lines.strip(), lines + "\n", Normalizer.normalize(lines, Normalizer.Form.NFC))
                        .map(Sha256::of)
                        .noneMatch(text.get()::equals);
    }

    private boolean areOthers(Set<PhoneId> said) {
        return !senders.isEmpty() && !said.equals(Set.copyOf(senders));
    }

    /** It goes on, or is over, before it was to start. */
    private Optional<String> started(CampaignStatement said, Instant now) {
        boolean goes = said.stage() == Stage.RUNNING || said.stage() == Stage.FINISHED;
        return start.filter(asked -> goes && now.isBefore(asked.minus(SKEW)))
                .map(asked -> "SeaX says " + said.status().orElse("") + ", where a start at " + asked + " was asked");
    }

    private Optional<String> moved(CampaignStatement said, Instant asked) {
        return said.start()
                .filter(time -> !time.fits(asked, zone.orElse(ZoneOffset.UTC)))
                .map(time -> otherStart(time, asked));
    }

    /** Without a zone nobody can say. */
    private static Optional<String> early(CampaignStatement said, Instant asked) {
        return said.start()
                .filter(time -> time.hasZone() && time.instant().isBefore(asked.minus(SKEW)))
                .map(time -> otherStart(time, asked));
    }

    private Optional<String> late(CampaignStatement said, Duration most) {
        var due = start.or(() -> said.created().filter(ReportedTime::hasZone).map(ReportedTime::instant));
        return due.flatMap(asked -> said.start()
                .filter(time -> time.hasZone() && time.instant().isAfter(asked.plus(most)))
                .map(time -> start.isPresent()
                        ? otherStart(time, asked)
                        : "SeaX says that it starts at " + time.instant() + ", where sending at once was asked"));
    }

    private static String otherStart(ReportedTime time, Instant asked) {
        return "SeaX says that it starts at " + time.instant() + ", asked was " + asked;
    }
}
