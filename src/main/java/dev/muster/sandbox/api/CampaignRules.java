package dev.muster.sandbox.api;

import dev.muster.sandbox.world.ServerVariant;
import dev.muster.sandbox.world.TemplateRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a campaign's body must fulfil before anything happens, in the order in which the server complains. */
final class CampaignRules {
    static final String TYPE = "WHATSAPP_BUSINESS_PLATFORM_MESSAGE";

    private static final List<String> TUTORIAL_REQUIRED = List.of("name", "type", "message", "phone_ids");
    private static final List<String> OPENAPI_REQUIRED = List.of(
            "name", "type", "phone_ids", "message_service_id", "mode", "stage", "service_provider_campaign_data");
    private static final Set<String> TUTORIAL_FIELDS = Set.of(
            "name",
            "type",
            "message",
            "phone_ids",
            "any_contact_label_ids",
            "all_contact_label_ids",
            "exclude_contact_ids",
            "exclude_any_contact_label_ids",
            "start_time",
            "end_time",
            "is_schedule",
            "enable_link_shortening",
            "attach_contact_label_ids");
    private static final Set<String> OPENAPI_FIELDS = Set.of(
            "message_service_id",
            "mode",
            "stage",
            "service_provider_campaign_data",
            "exclude_all_contact_label_ids",
            "whatsapp_phone_only",
            "media_urls",
            "is_timezone_aware",
            "timezone",
            "attach_files",
            "header_message",
            "header_format");

    private CampaignRules() {}

    static void check(Fields body, RequestContext call) {
        checkPresence(body, call);
        checkTypes(body);
        checkUnknown(body, call);
        if (body.text("type").filter(TYPE::equals).isEmpty()) {
            throw new RequestRefusedException(ErrorBody.invalid("type", "type must be " + TYPE));
        }
        if (call.isOpenApi()) {
            checkWord(body, "mode", List.of("WEB", "WEBHOOK", "EXCEL"));
            checkWord(body, "stage", List.of("DRAFT", "INSTANCE"));
        }
        checkSenders(body, call);
        checkTemplate(body, call);
        checkWindow(body);
    }

    private static void checkPresence(Fields body, RequestContext call) {
        var required = call.isOpenApi() ? OPENAPI_REQUIRED : TUTORIAL_REQUIRED;
        var missing =
                required.stream().filter(body::lacks).map(ErrorBody::missing).toList();
        if (!missing.isEmpty()) {
            throw new RequestRefusedException(missing);
        }
    }

    private static void checkTypes(Fields body) {
        List.of("name", "type", "message").forEach(body::text);
        List.of("phone_ids", "exclude_contact_ids", "attach_contact_label_ids", "media_urls")
                .forEach(body::texts);
        FilterReader.FIELDS.forEach(body::texts);
        List.of("is_schedule", "enable_link_shortening").forEach(body::flag);
        List.of("start_time", "end_time").forEach(body::time);
    }

    private static void checkUnknown(Fields body, RequestContext call) {
        var unknown = new TreeSet<>(body.body().propertyNames());
        unknown.removeAll(TUTORIAL_FIELDS);
        if (call.isOpenApi()) {
            unknown.removeAll(OPENAPI_FIELDS);
        }
        if (!unknown.isEmpty() && call.options().is(ServerVariant.UnknownFields.REFUSED)) {
            throw new RequestRefusedException(ErrorBody.invalid(unknown.first(), "unknown field " + unknown.first()));
        }
    }

    private static void checkWord(Fields body, String field, List<String> words) {
        if (body.text(field).filter(words::contains).isEmpty()) {
            throw new RequestRefusedException(
                    ErrorBody.invalid(field, field + " must be one of " + String.join(", ", words)));
        }
    }

    private static void checkSenders(Fields body, RequestContext call) {
        var problems = new ArrayList<ErrorBody>();
        for (var id : DocumentExamples.senders(body.texts("phone_ids").orElse(List.of()))) {
            var sender = call.world().sender(id);
            if (sender.isEmpty()) {
                problems.add(ErrorBody.invalid("phone_ids", "no phone has the id " + id));
            } else if (!sender.get().enabled() || !sender.get().whatsapp()) {
                problems.add(ErrorBody.invalid("phone_ids", "phone " + id + " cannot send WhatsApp messages"));
            }
        }
        if (!problems.isEmpty()) {
            throw new RequestRefusedException(problems);
        }
    }

    private static void checkTemplate(Fields body, RequestContext call) {
        var approved = call.world().templates().stream()
                .filter(TemplateRow::isApproved)
                .toList();
        if (call.isOpenApi()) {
            var name = body.object("service_provider_campaign_data")
                    .flatMap(data -> data.text("service_account_template_name"))
                    .orElse("");
            if (approved.stream().noneMatch(template -> template.name().equals(name))) {
                throw new RequestRefusedException(ErrorBody.templateNotApproved(
                        "service_provider_campaign_data", "service_account_template_name"));
            }
        } else if (!isApproved(body.text("message").orElse(""), approved)) {
            throw new RequestRefusedException(ErrorBody.templateNotApproved("message"));
        }
    }

    private static boolean isApproved(String message, List<TemplateRow> approved) {
        return DocumentExamples.isText(message) || approved.stream().anyMatch(template -> template.says(message));
    }

    private static void checkWindow(Fields body) {
        var start = body.time("start_time");
        var end = body.time("end_time");
        if (start.isPresent() && end.isPresent() && !end.get().isAfter(start.get())) {
            throw new RequestRefusedException(ErrorBody.invalid("end_time", "end_time must be after start_time"));
        }
    }
}
