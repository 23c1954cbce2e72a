package dev.muster.sandbox.api;

/** Answers one operation, or throws a {@link RequestRefusedException}. */
interface Endpoint {
    ApiResponse answer(RequestContext call);
}
