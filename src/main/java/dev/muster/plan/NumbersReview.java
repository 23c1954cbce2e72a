package dev.muster.plan;

import dev.muster.model.Audience;
import dev.muster.model.CampaignRequest;
import dev.muster.model.LabelId;
import dev.muster.model.Sha256;
import dev.muster.model.Template;
import dev.muster.model.TemplateContent;
import dev.muster.model.project.Fingerprint;
import dev.muster.resolve.NumberedAudience;
import dev.muster.resolve.ResolvedCampaign;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a review of a campaign by numbers approves, as a text without people: sender, audience, window, each template as SeaX
 * lists it now, and what fills it. A template that is edited or a label that is made anew gives another text.
 */
final class NumbersReview {
    private static final JsonMapper JSON = JsonMapper.shared();

    private NumbersReview() {}

    static String of(CampaignRequest request, ResolvedCampaign campaign, NumberedAudience numbered) {
        var text = JSON.createObjectNode();
        text.put("name", request.name());
        text.put("sender_whatsapp_number", campaign.senders().get(0).number());
        audience(text, request.audience());
        request.window().ifPresent(window -> {
            text.put("start_time", window.start().toString());
            window.end().ifPresent(end -> text.put("end_time", end.toString()));
        });
        var templates = text.putArray("templates");
        numbered.templates()
                .forEach((language, template) -> template(templates.addObject().put("for", language), template));
        text.put("message", message(campaign).value());
        return JSON.writeValueAsString(text);
    }

    private static Sha256 message(ResolvedCampaign campaign) {
        var parts = Fingerprint.of(campaign.campaign()).parts();
        return Objects.requireNonNull(parts.get(Fingerprint.MESSAGE));
    }

    private static void audience(ObjectNode text, Audience<LabelId> audience) {
        ids(text, "any_contact_label_ids", audience.any());
        ids(text, "all_contact_label_ids", audience.all());
        ids(text, "exclude_any_contact_label_ids", audience.exclude());
        ids(text, "exclude_contact_ids", audience.excludeContacts());
    }

    private static void ids(ObjectNode text, String field, List<?> ids) {
        if (!ids.isEmpty()) {
            var array = text.putArray(field);
            ids.forEach(id -> array.add(id.toString()));
        }
    }

    private static void template(ObjectNode text, Template template) {
        text.put("id", template.id())
                .put("name", template.name())
                .put("language", template.language())
                .put("status", template.status())
                .put("category", template.category())
                .put("format", template.positional() ? "POSITIONAL" : "NAMED")
                .put(
                        "components",
                        template.content()
                                .map(TemplateContent::digest)
                                .map(Sha256::value)
                                .orElse(""));
    }
}
