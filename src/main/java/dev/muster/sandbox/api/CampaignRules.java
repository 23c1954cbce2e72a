package dev.muster.sandbox.api;

import dev.muster.sandbox.world.Switch;
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

    static void check(Fields body, Call call) {
        checkPresence(body, call);
        checkTypes(body);
        checkUnknown(body, call);
        if (body.text("type").filter(TYPE::equals).isEmpty()) {
            throw new Refusal(Problem.invalid("type", "type must be " + TYPE));
        }
        if (call.isOpenApi()) {
            checkWord(body, "mode", List.of("WEB", "WEBHOOK", "EXCEL"));
            checkWord(body, "stage", List.of("DRAFT", "INSTANCE"));
        }
        checkSenders(body, call);
        checkTemplate(body, call);
        checkWindow(body);
    }

    private static void checkPresence(Fields body, Call call) {
        var required = call.isOpenApi() ? OPENAPI_REQUIRED : TUTORIAL_REQUIRED;
        var missing =
                required.stream().filter(body::lacks).map(Problem::missing).toList();
        if (!missing.isEmpty()) {
            throw new Refusal(missing);
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

    private static void checkUnknown(Fields body, Call call) {
        var unknown = new TreeSet<>(body.body().propertyNames());
        unknown.removeAll(TUTORIAL_FIELDS);
        if (call.isOpenApi()) {
            unknown.removeAll(OPENAPI_FIELDS);
        }
        if (!unknown.isEmpty() && call.options().is(Switch.UnknownFields.REFUSED)) {
            throw new Refusal(Problem.invalid(unknown.first(), "unknown field " + unknown.first()));
        }
    }

    private static void checkWord(Fields body, String field, List<String> words) {
        if (body.text(field).filter(words::contains).isEmpty()) {
            throw new Refusal(Problem.invalid(field, field + " must be one of " + String.join(", ", words)));
        }
    }

    private static void checkSenders(Fields body, Call call) {
        var problems = new ArrayList<Problem>();
        for (var id : DocumentExamples.senders(body.texts("phone_ids").orElse(List.of()))) {
            var sender = call.world().sender(id);
            if (sender.isEmpty()) {
                problems.add(Problem.invalid("phone_ids", "no phone has the id " + id));
            } else if (!sender.get().enabled() || !sender.get().whatsapp()) {
                problems.add(Problem.invalid("phone_ids", "phone " + id + " cannot send WhatsApp messages"));
            }
        }
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
    }

    private static void checkTemplate(Fields body, Call call) {
        var approved = call.world().templates().stream()
                .filter(TemplateRow::isApproved)
                .toList();
        if (call.isOpenApi()) {
            var name = body.object("service_provider_campaign_data")
                    .flatMap(data -> data.text("service_account_template_name"))
                    .orElse("");
            if (approved.stream().noneMatch(template -> template.name().equals(name))) {
                throw new Refusal(
                        Problem.templateNotApproved("service_provider_campaign_data", "service_account_template_name"));
            }
        } else if (!isApproved(body.text("message").orElse(""), approved)) {
            throw new Refusal(Problem.templateNotApproved("message"));
        }
    }

    private static boolean isApproved(String message, List<TemplateRow> approved) {
        return DocumentExamples.isText(message) || approved.stream().anyMatch(template -> template.says(message));
    }

    private static void checkWindow(Fields body) {
        var start = body.time("start_time");
        var end = body.time("end_time");
        if (start.isPresent() && end.isPresent() && !end.get().isAfter(start.get())) {
            throw new Refusal(Problem.invalid("end_time", "end_time must be after start_time"));
        }
    }
}
