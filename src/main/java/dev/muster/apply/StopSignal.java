package dev.muster.apply;

import java.util.function.Supplier;

/** Asked before each intent: true once the user or the CI system wants the run to end. */
@FunctionalInterface
public interface StopSignal {
    boolean isRaised();

    /** Waits for an answer; once the run is to end, no longer than there is time for. Then it is {@link PostResponse.Lost}. */
    default PostResponse patiently(Supplier<PostResponse> answer) {
        return answer.get();
    }
}
