package dev.muster.sandbox.api;

import dev.muster.sandbox.world.Json;
import dev.muster.sandbox.world.SandboxOptions;
import java.util.List;
import java.util.Optional;

/** Ends the handling of a request with an error body; nothing of it takes effect. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public Refusal(Problem problem) {
        this(List.of(problem));
    }

    Refusal(List<Problem> problems) {
        super(problems.get(0).message(), null, false, false);
        this.problems = List.copyOf(problems);
    }

    /** Ends the handling if something is wrong. */
    public static void requireNone(Optional<Problem> problem) {
        if (problem.isPresent()) {
            throw new Refusal(problem.get());
        }
    }

    /** The error body: the API document tells the first problem only, the vendor's document all of them. */
    public Reply reply(SandboxOptions options) {
        var first = problems.get(0);
        if (!options.isOpenApi()) {
            return new Reply(first.status(), first.tutorialBody());
        }
        if (first.place().isEmpty()) {
            return new Reply(first.status(), first.openApiBody());
        }
        var body = Json.object();
        body.set("detail", problems.stream().map(Problem::openApiDetail).collect(Json.toArray()));
        return new Reply(first.openApiStatus(), body);
    }
}
