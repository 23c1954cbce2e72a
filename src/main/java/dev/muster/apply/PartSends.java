package dev.muster.apply;

import dev.muster.diagnostic.EnvironmentException;
import dev.muster.lock.Attempt;
import dev.muster.lock.AudienceCounts;
import dev.muster.lock.LockEntry;
import dev.muster.lock.RequestSummary;
import dev.muster.model.CampaignIdentity;
import dev.muster.model.Sha256;
import dev.muster.plan.Action;
import dev.muster.plan.NumbersPlan;
import dev.muster.plan.PlannedPart;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The parts of one campaign by numbers, one after the other. Just before each, the excluded labels are read again, and whoever
 * carries one is dropped. After the first part of a language in a run its log is looked at once. A part that SeaX refuses, or a log in
 * which everybody fails, keeps the later parts back.
 */
final class PartSends {
    private final Action.Create create;
    private final NumbersPlan numbers;
    private final IntentRecorder intents;
    private final NumbersPorts ports;
    private final Set<String> looked = new HashSet<>();
    private Optional<String> held = Optional.empty();

    PartSends(Action.Create create, NumbersPlan numbers, IntentRecorder intents, NumbersPorts ports) {
        this.create = create;
        this.numbers = numbers;
        this.intents = intents;
        this.ports = ports;
    }

    PlannedSends.PlannedSend of(PlannedPart part) {
        return new Part(part);
    }

    private final class Part implements PlannedSends.PlannedSend {
        private final PlannedPart part;

        Part(PlannedPart part) {
            this.part = part;
        }

        @Override
        public CampaignIdentity identity() {
            return part.identity();
        }

        @Override
        public Optional<String> heldBack() {
            return held;
        }

        @Override
        public IntentRecorder.Result record() {
            var before = intents.run().entry(part.identity());
            return before.flatMap(IntentRecorder::recordedMeanwhile)
                    .map(why -> IntentRecorder.prevented(part.identity(), why))
                    .orElseGet(() -> intend(before));
        }

        private IntentRecorder.Result intend(Optional<LockEntry> before) {
            Predicate<String> excluded;
            try {
                excluded = ports.exclusions().carrying(numbers.excluded());
            } catch (EnvironmentException failure) {
                return IntentRecorder.prevented(
                        part.identity(),
                        "who is excluded could not be read again just before it: " + failure.getMessage());
            }
            return numbers.request(part, excluded)
                    .map(request -> intents.record(
                            before,
                            attempt(request.numbers(), Optional.of(request.payload())),
                            new PartPosting(numbers, request, ports.sender())))
                    .orElseGet(() -> intents.nobodyLeft(before, attempt(List.of(), Optional.empty())));
        }

        private Attempt attempt(List<String> people, Optional<Sha256> payload) {
            int messages = people.size();
            return intents.attempt(
                    part.identity(),
                    part.marker(),
                    create.fingerprint(),
                    payload,
                    new AudienceCounts(messages, messages, part.people().size() - messages),
                    RequestSummary.ofPart(
                            create.request(),
                            numbers.excluded(),
                            intents.approved().keyed(people),
                            numbers.chunks()));
        }

        @Override
        public void ended(ApplyResult effect) {
            if (effect instanceof ApplyResult.Refused refused) {
                held = Optional.of("an earlier part of it was not sent: " + refused.reason());
            } else if (effect instanceof ApplyResult.Sent sent && isFirstOfLanguage()) {
                held = ports.firstPart().objection(sent.id());
            }
        }

        private boolean isFirstOfLanguage() {
            return looked.add(part.template().language());
        }
    }
}
