package dev.muster.simulation;

import dev.muster.apply.PostResponse;
import dev.muster.model.CampaignRequest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What SeaX, or something on the way to it, does with a post: whether and when it acts, and what it answers. */
enum Reaction {
    ACCEPTED(When.NOW, 200, Texts.CAMPAIGN),
    CREATED_201(When.NOW, 201, Texts.CAMPAIGN),
    REFUSED_400(When.NEVER, 400, Texts.REFUSAL),
    REFUSED_401(When.NEVER, 401, Texts.REFUSAL),
    REFUSED_403(When.NEVER, 403, Texts.REFUSAL),
    REFUSED_404(When.NEVER, 404, Texts.REFUSAL),
    REFUSED_422(When.NEVER, 422, Texts.REFUSAL),
    REFUSED_422_BY_THE_FRAMEWORK(When.NEVER, 422, Texts.VALIDATION),
    LIMITED_WITH_HINT(When.NEVER, 429, Texts.LIMIT),
    NEVER_LEFT(When.NEVER, 0, "connection refused"),
    LIMITED_WITHOUT_HINT(When.NEVER, 429, Texts.REFUSAL),
    LIMITED_WITHOUT_HINT_ACTED(When.NOW, 429, Texts.REFUSAL),
    FORBIDDEN_BY_A_PROXY_ACTED(When.NOW, 403, Texts.PAGE),
    CONFLICT_409(When.NEVER, 409, Texts.REFUSAL),
    CONFLICT_409_ACTED(When.NOW, 409, Texts.REFUSAL),
    TIMEOUT_408_ACTED(When.NOW, 408, Texts.REFUSAL),
    ERROR_500(When.NEVER, 500, Texts.REFUSAL),
    ERROR_500_ACTED(When.NOW, 500, Texts.REFUSAL),
    ERROR_500_ACTS_LATER(When.LATER, 500, Texts.REFUSAL),
    GATEWAY_502(When.NEVER, 502, Texts.PAGE),
    GATEWAY_502_ACTED(When.NOW, 502, Texts.PAGE),
    BUSY_503_WITH_HINT(When.NEVER, 503, Texts.LIMIT),
    BUSY_503_WITH_HINT_ACTED(When.NOW, 503, Texts.LIMIT),
    TIMEOUT(When.NEVER, -1, Texts.TIMEOUT),
    TIMEOUT_ACTED(When.NOW, -1, Texts.TIMEOUT),
    TIMEOUT_ACTS_LATER(When.LATER, -1, Texts.TIMEOUT),
    RESET(When.NEVER, -1, Texts.RESET),
    RESET_ACTED(When.NOW, -1, Texts.RESET),
    OK_WITHOUT_ID(When.NEVER, 200, Texts.NO_ID),
    OK_WITHOUT_ID_ACTED(When.NOW, 200, Texts.NO_ID),
    OK_CUT(When.NEVER, 200, Texts.CUT),
    OK_CUT_ACTED(When.NOW, 200, Texts.CUT),
    OK_PAGE(When.NEVER, 200, Texts.PAGE),
    OK_EMPTY_ACTED(When.NOW, 200, ""),
    LATER_202(When.NEVER, 202, Texts.CAMPAIGN),
    LATER_202_ACTED(When.NOW, 202, Texts.CAMPAIGN),
    EMPTY_204_ACTED(When.NOW, 204, ""),
    REDIRECT_303_ACTED(When.NOW, 303, ""),
    REDIRECT_307(When.NEVER, 307, ""),
    REDIRECT_307_ACTED(When.NOW, 307, ""),
    SENDER_FAILS(When.NEVER, -2, ""),
    SENDER_FAILS_ACTED(When.NOW, -2, ""),
    ACCEPTED_AND_REPEATED(When.NOW_AND_LATER, 200, Texts.CAMPAIGN),
    TIMEOUT_AND_REPEATED(When.NOW_AND_LATER, -1, Texts.TIMEOUT);

    /** What a gateway does that repeats a post: against it only receipt labels help. */
    static final List<Reaction> REPEATED = List.of(ACCEPTED_AND_REPEATED, TIMEOUT_AND_REPEATED);

    static final List<Reaction> ALL =
            Stream.of(values()).filter(reaction -> !REPEATED.contains(reaction)).toList();

    /** One for each verdict and each thing that SeaX may have done; what they stand for differs in its answer only. */
    static final List<Reaction> KINDS =
            List.of(ACCEPTED, REFUSED_422, LIMITED_WITH_HINT, ERROR_500, ERROR_500_ACTED, TIMEOUT_ACTS_LATER);

    /** When SeaX acts on the post. */
    enum When {
        NEVER,
        NOW,
        LATER,
        NOW_AND_LATER;

        boolean isNow() {
            return this == NOW || this == NOW_AND_LATER;
        }

        boolean isLater() {
            return this == LATER || this == NOW_AND_LATER;
        }
    }

    private final When when;
    private final int status;
    private final String text;

    Reaction(When when, int status, String text) {
        this.when = when;
        this.status = status;
        this.text = text;
    }

    When when() {
        return when;
    }

    /** The answer to a post that made, or would have made, the campaign with this id. */
    PostResponse answer(String id, String name) {
        return switch (status) {
            case -2 -> throw new SenderFault();
            case -1 -> new PostResponse.Lost(text);
            case 0 -> new PostResponse.NeverLeft(text);
            default ->
                received(text.replace("#", String.valueOf(status))
                        .replace("ID", id)
                        .replace("NAME", name));
        };
    }

    private PostResponse received(String body) {
        return new PostResponse.Received(
                status, new TreeMap<>(Map.of("content-type", "application/json")), body, !text.equals(Texts.CUT));
    }

    private static final class Texts {
        static final String NO_ID = "{\"name\":\"NAME\",\"type\":\"" + CampaignRequest.TYPE + "\"}";
        static final String CAMPAIGN = "{\"id\":\"ID\",\"name\":\"NAME\",\"type\":\"" + CampaignRequest.TYPE + "\"}";
        static final String CUT = "{\"id\":\"ID\",\"name\":\"NAME\"}";
        static final String REFUSAL = "{\"error\":\"no\",\"message\":\"no\",\"status_code\":#}";
        static final String LIMIT = "{\"error\":\"no\",\"message\":\"no\",\"status_code\":#,\"retry_after\":60}";
        static final String VALIDATION = "{\"detail\":[{\"loc\":[\"body\"],\"msg\":\"no\",\"type\":\"missing\"}]}";
        static final String PAGE = "<html>something else</html>";
        static final String TIMEOUT = "no answer in time";
        static final String RESET = "connection reset";
    }
}
