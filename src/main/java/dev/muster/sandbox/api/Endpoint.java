package dev.muster.sandbox.api;

/** Answers one operation, or throws a {@link Refusal}. */
interface Endpoint {
    Reply answer(Call call);
}
