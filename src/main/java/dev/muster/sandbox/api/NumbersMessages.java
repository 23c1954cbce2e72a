package dev.muster.sandbox.api;

import dev.muster.sandbox.whatsapp.ComponentRules;
import dev.muster.sandbox.whatsapp.ParameterError;
import dev.muster.sandbox.world.ContactRow;
import dev.muster.sandbox.world.Event;
import dev.muster.sandbox.world.Ids;
import dev.muster.sandbox.world.Launch;
import dev.muster.sandbox.world.ResponseAnomaly;
import dev.muster.sandbox.world.ServerVariant.BadValues;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a message of each destination, or refuses what WhatsApp would not take. */
final class NumbersMessages {
    private final RequestContext call;
    private final NumbersRequest request;
    private final ComponentRules rules;
    private final Map<String, String> written = new HashMap<>();

    /** The messages that go out, and the refusal that is answered all the same. */
    record Made(List<Launch.Message> destinations, Optional<ApiResponse> refusal) {}

    /** What WhatsApp says of one of the people. */
    private record Verdict(NumbersRequest.Person person, Optional<ParameterError> error) {}

    NumbersMessages(RequestContext call, NumbersRequest request) {
        this.call = call;
        this.request = request;
        rules = new ComponentRules(request.template());
    }

    Made made() {
        var verdicts = request.people().stream()
                .map(person -> new Verdict(person, rules.check(person.components())))
                .toList();
        var first = verdicts.stream()
                .filter(verdict -> verdict.error().isPresent())
                .findFirst()
                .map(this::refusal);
        return switch (call.options().of(BadValues.class)) {
            case FAIL_IN_LOG -> new Made(destinations(verdicts), Optional.empty());
            case OTHERS_SENT -> new Made(destinations(good(verdicts)), first);
            case REFUSED -> new Made(destinations(whole(verdicts, first)), Optional.empty());
        };
    }

    private static List<Verdict> whole(List<Verdict> verdicts, Optional<ApiResponse> refusal) {
        if (refusal.isPresent()) {
            throw new RequestRefusedException(refusal.get());
        }
        return verdicts;
    }

    private static List<Verdict> good(List<Verdict> verdicts) {
        return verdicts.stream().filter(verdict -> verdict.error().isEmpty()).toList();
    }

    private ApiResponse refusal(Verdict verdict) {
        var why = verdict.error().orElseThrow();
        return why.missing()
                .map(slot -> NumbersRefusal.missing(slot, request.template(), why))
                .orElseGet(() -> NumbersRefusal.value(verdict.person().number(), why));
    }

    private List<Launch.Message> destinations(List<Verdict> verdicts) {
        var destinations = new ArrayList<Launch.Message>();
        int skipped = call.hasQuirk(ResponseAnomaly.OTHERS_SENT) ? 1 : 0;
        verdicts.stream().skip(skipped).forEach(verdict -> destinations.add(destination(verdict)));
        return destinations;
    }

    private Launch.Message destination(Verdict verdict) {
        var person = verdict.person();
        var components = person.components().toString();
        return new Launch.Message(
                person.number(),
                row(person.number()),
                written.computeIfAbsent(components, text -> text),
                verdict.error()
                        .map(ParameterError::code)
                        .or(() -> call.world().decidedFailure(person.number(), request.template()))
                        .or(() -> rules.failure(person.components())));
    }

    /** Whoever is no contact yet becomes one. */
    private int row(String number) {
        return call.world().holder(number).orElseGet(() -> {
            int position = call.world().contacts().size();
            call.record()
                    .accept(new Event.ContactAdded(new ContactRow(
                            Ids.uuid("contact", position),
                            number,
                            Optional.of(number),
                            Optional.of(number),
                            Map.of(),
                            call.world().newest())));
            return position;
        });
    }
}
