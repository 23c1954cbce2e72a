package dev.muster.apply;

import dev.muster.model.CampaignIdentity;
import dev.muster.plan.Action;
import dev.muster.plan.approval.ApprovedPlan;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The requests of an approved plan, in order: one for a campaign by labels, one for each part of a campaign by numbers. */
final class PlannedSends {
    private PlannedSends() {}

    /** One request that is not recorded yet. */
    interface PlannedSend {
        CampaignIdentity identity();

        /** Why an earlier part of the same campaign keeps this one back; other campaigns go on. */
        Optional<String> heldBack();

        /** Makes its intent durable, or says why nothing may be posted. */
        IntentRecorder.Result record();

        /** What became of it. */
        void ended(ApplyResult effect);
    }

    static List<PlannedSend> of(ApprovedPlan approved, IntentRecorder intents, NumbersPorts ports) {
        return approved.creates().stream()
                .flatMap(create -> create.numbers()
                        .map(numbers -> {
                            var parts = new PartSends(create, numbers, intents, ports);
                            return numbers.parts().stream().<PlannedSend>map(parts::of);
                        })
                        .orElseGet(() -> Stream.of(new Whole(create, () -> intents.record(create)))))
                .toList();
    }

    private record Whole(Action.Create create, Supplier<IntentRecorder.Result> intent) implements PlannedSend {
        @Override
        public CampaignIdentity identity() {
            return create.request().identity();
        }

        @Override
        public Optional<String> heldBack() {
            return Optional.empty();
        }

        @Override
        public IntentRecorder.Result record() {
            return intent.get();
        }

        @Override
        public void ended(ApplyResult effect) {
            // nothing follows from it for another campaign
        }
    }
}
