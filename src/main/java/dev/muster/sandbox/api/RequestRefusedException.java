package dev.muster.sandbox.api;

import dev.muster.sandbox.world.SandboxJson;
import dev.muster.sandbox.world.SandboxOptions;
import java.util.List;
import java.util.Optional;

/** Ends the handling of a request with an error body; nothing of it takes effect. */
public final class RequestRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<ErrorBody> problems;
    private final transient Optional<ApiResponse> ready;

    public RequestRefusedException(ErrorBody problem) {
        this(List.of(problem));
    }

    RequestRefusedException(List<ErrorBody> problems) {
        super(problems.get(0).message(), null, false, false);
        this.problems = List.copyOf(problems);
        this.ready = Optional.empty();
    }

    /** An answer that is written already. */
    RequestRefusedException(ApiResponse ready) {
        super(ready.body().path("message").asString(""), null, false, false);
        this.problems = List.of();
        this.ready = Optional.of(ready);
    }

    /** Ends the handling if something is wrong. */
    public static void requireNone(Optional<ErrorBody> problem) {
        if (problem.isPresent()) {
            throw new RequestRefusedException(problem.get());
        }
    }

    /** The error body: the API document tells the first problem only, the vendor's document all of them. */
    public ApiResponse reply(SandboxOptions options) {
        return ready.orElseGet(() -> written(options));
    }

    private ApiResponse written(SandboxOptions options) {
        var first = problems.get(0);
        if (!options.isOpenApi()) {
            return new ApiResponse(first.status(), first.tutorialBody());
        }
        if (first.place().isEmpty()) {
            return new ApiResponse(first.status(), first.openApiBody());
        }
        var body = SandboxJson.object();
        body.set("detail", problems.stream().map(ErrorBody::openApiDetail).collect(SandboxJson.toArray()));
        return new ApiResponse(first.openApiStatus(), body);
    }
}
