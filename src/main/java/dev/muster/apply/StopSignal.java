package dev.muster.apply;

/** Asked before each intent: true once the user or the CI system wants the run to end. */
@FunctionalInterface
public interface StopSignal {
    boolean isRaised();
}
