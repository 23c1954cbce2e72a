package dev.muster.sandbox;

import java.util.List;
import java.util.Optional;

/** Ends the handling of a request with an error body; nothing of it takes effect. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    Refusal(Problem problem) {
        this(List.of(problem));
    }

    Refusal(List<Problem> problems) {
        super(problems.get(0).message(), null, false, false);
        this.problems = List.copyOf(problems);
    }

    /** Ends the handling if something is wrong. */
    static void requireNone(Optional<Problem> problem) {
        if (problem.isPresent()) {
            throw new Refusal(problem.get());
        }
    }

    /** The error body: the API document tells the first problem only, the vendor's document all of them. */
    Reply reply(SandboxOptions options) {
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
