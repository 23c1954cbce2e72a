package dev.muster.policy;

import dev.muster.audience.FilledIn;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.Place;
import dev.muster.diagnostic.Rule;
import dev.muster.model.Phone;
import dev.muster.model.project.Restrictions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is about to be read, with everything a guard may judge it by: a campaign's message, or a single one. {@code senders}
 * are those that are found; {@code places}
 * says where a part of it such as {@code message.text} was written; {@code acknowledged} holds the dangers that its author
 * accepted, and is absent where nobody can accept any.
 */
public record MessageProposal(
        String text,
        List<String> media,
        List<Phone> senders,
        Readers readers,
        Restrictions restrictions,
        Function<String, Place> places,
        Optional<Map<String, String>> acknowledged) {
    public MessageProposal {
        media = List.copyOf(media);
        senders = List.copyOf(senders);
        acknowledged = acknowledged.map(Map::copyOf);
    }

    /** Who reads it. */
    public sealed interface Readers {
        /** The people of an audience; how it reads filled in for each of them is known or not. */
        record Audience(Optional<FilledIn> filledIn) implements Readers {}

        /** One person, who reads the text as it is: no value is filled in any more. */
        record OnePerson() implements Readers {}
    }

    /** How it reads filled in for each person of an audience, where that is known. */
    Optional<FilledIn> filledIn() {
        return readers instanceof Readers.Audience audience ? audience.filledIn() : Optional.empty();
    }

    boolean isForOnePerson() {
        return readers instanceof Readers.OnePerson;
    }

    Place place(String part) {
        return places.apply(part);
    }

    /** A danger of this message: accepted with a reason, or with the advice how to accept it, where its author can. */
    Diagnostic danger(Rule rule, String part, String message, String help) {
        var advice =
                acknowledged.isPresent() ? help + "; to send it so, acknowledge " + rule.id() + " with a reason" : help;
        var danger = rule.at(place(part), message, advice);
        return acknowledged.map(danger::acceptedBy).orElse(danger);
    }
}
