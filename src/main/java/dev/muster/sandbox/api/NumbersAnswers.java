package dev.muster.sandbox.api;

import dev.muster.sandbox.world.CampaignRow;
import dev.muster.sandbox.world.ResponseAnomaly;
import dev.muster.sandbox.world.ServerVariant.NumbersAnswer;
import tools.jackson.databind.node.ObjectNode;

/** The answer to a campaign by numbers, in each of its forms. */
final class NumbersAnswers {
    private NumbersAnswers() {}

    /** Whether this server speaks of campaigns by numbers as the OpenAPI document does. */
    static boolean areOpenApi(RequestContext call) {
        return switch (call.options().of(NumbersAnswer.class)) {
            case OF_DIALECT -> call.isOpenApi();
            case OPENAPI -> true;
            case TUTORIAL, BARE -> false;
        };
    }

    static ObjectNode written(CampaignRow campaign, RequestContext call) {
        var shape = new CampaignJson(campaign, call);
        var answer = areOpenApi(call) ? shape.sentOpenApi() : shape.sent();
        if (call.options().is(NumbersAnswer.BARE)) {
            answer.retain("id", "created_time");
        }
        if (call.hasQuirk(ResponseAnomaly.ANOTHER_TOTAL) && answer.has("total_destinations")) {
            answer.put("total_destinations", answer.path("total_destinations").asInt() - 1);
        }
        if (call.hasQuirk(ResponseAnomaly.ANOTHER_NAME) && answer.has("name")) {
            answer.put("name", "Another campaign");
        }
        return answer;
    }
}
