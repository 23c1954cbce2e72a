package dev.muster.doubt;

import dev.muster.lock.MessageEntry;
import dev.muster.model.RemoteCampaign;
import dev.muster.model.RemoteId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a person says of a doubt about a single message, with their reason, held against what is known. */
public record SingleAnswer(SingleDoubt doubt, String reason, String by) {

    /** It was sent, under this id of SeaX; {@code campaign} is what SeaX has under the same id, which no message can have. */
    public DoubtAnswer<MessageEntry> sent(RemoteId id, Optional<RemoteCampaign> campaign) {
        var objections = Stream.concat(
                        doubt.lock().recordedWith(id).map(other -> "SeaX's id " + id + " is the one of " + other),
                        campaign
                                .map(found -> "SeaX has a campaign with the id " + id + ", so it is no message's")
                                .stream())
                .toList();
        return DoubtAnswer.unless(objections, () -> doubt.entry().confirm(id, List.of(), doubt.now(), by, reason));
    }

    /** It was not sent. */
    public DoubtAnswer<MessageEntry> notSent() {
        var early = doubt.now().isBefore(doubt.notSentFrom())
                ? Stream.of("SeaX may still send it; nobody can say before " + doubt.notSentFrom())
                : Stream.<String>empty();
        var objections =
                Stream.concat(doubt.claim().objections().stream(), early).toList();
        return DoubtAnswer.unless(objections, () -> doubt.entry().reject(reason, doubt.now(), by));
    }

    /** Nobody will ever know. */
    public DoubtAnswer<MessageEntry> abandon() {
        return DoubtAnswer.unless(
                doubt.claim().objections(), () -> doubt.entry().abandon(reason, doubt.now(), by));
    }
}
