package dev.muster.doubt;

import dev.muster.model.RemoteCampaign;
import dev.muster.model.RemoteId;
import dev.muster.model.RemoteJob;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What speaks for "sent" besides SeaX's list of campaigns. None of it can speak for "not sent": a witness that saw nothing
 * may have looked too early, or elsewhere.
 *
 * @param named campaigns that an answer or a job named, read one by one: they exist also where no list shows them yet
 * @param launches launches around the attempt of campaigns that the lock does not know
 * @param logged how many messages SeaX has logged of each campaign that bears the marker
 * @param labelled how many people carry the receipt label of the send, where it has one
 * @param answer what SeaX answered, where the run lived to keep it
 * @param unread why SeaX could not be asked, if it could not
 */
public record Evidence(
        List<RemoteCampaign> named,
        List<RemoteJob> launches,
        Map<RemoteId, Integer> logged,
        OptionalInt labelled,
        Optional<String> answer,
        Optional<String> unread) {
    /** Nobody was asked. */
    public static final Evidence NONE =
            new Evidence(List.of(), List.of(), Map.of(), OptionalInt.empty(), Optional.empty(), Optional.empty());

    /** SeaX could not be asked; {@code answer} is what it said when the run asked it. */
    public static Evidence unread(Optional<String> answer, String why) {
        return new Evidence(List.of(), List.of(), Map.of(), OptionalInt.empty(), answer, Optional.of(why));
    }

    /** The same, with what was logged of each campaign. */
    Evidence logging(Map<RemoteId, Integer> messages) {
        return new Evidence(named, launches, messages, labelled, answer, unread);
    }

    public Evidence {
        named = List.copyOf(named);
        launches = List.copyOf(launches);
        logged = Map.copyOf(logged);
    }
}
