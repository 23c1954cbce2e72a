package dev.muster.plan.approval;

import dev.muster.model.Sha256;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a person said yes: by the number of messages, by the digest that was reviewed, by a saved plan. Everything given must
 * hold. The number alone suffices, and so does the digest; a saved plan alone is only a file that anybody may have put there.
 */
public record Approval(Optional<SavedPlan> file, Optional<Sha256> expected, OptionalLong messages) {
    /** Approved by reading the plan and typing its number of messages. */
    public static Approval ofMessages(long messages) {
        return new Approval(Optional.empty(), Optional.empty(), OptionalLong.of(messages));
    }

    /** Whether this is a yes at all. */
    public boolean suffices() {
        return messages.isPresent() || expected.isPresent();
    }
}
