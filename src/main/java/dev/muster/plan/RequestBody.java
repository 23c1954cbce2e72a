package dev.muster.plan;

import dev.muster.model.Audience;
import dev.muster.model.CampaignRequest;
import dev.muster.model.Dialect;
import dev.muster.model.LabelId;
import dev.muster.model.Message;
import dev.muster.model.Schedule;
import dev.muster.model.project.WorkspaceSettings.OpenApiAccount;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The exact JSON text that is posted for a request: fields in a fixed order, so the same request always gives the same
 * bytes. An empty list is left out, because SeaX may read it as everyone; whatever has a default that could send or alter
 * is written out. Only ids go in: a label's name where its id belongs is an {@link IllegalArgumentException}.
 */
public final class RequestBody {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss'+00:00'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final ObjectNode body = JsonNodeFactory.instance.objectNode();

    private RequestBody() {}

    /** The text for one request; {@code account} is what the openapi dialect names besides the template. */
    public static String of(CampaignRequest request, Dialect dialect, Optional<OpenApiAccount> account) {
        var text = new RequestBody();
        text.common(request);
        if (dialect == Dialect.OPENAPI) {
            text.openapi(request.message(), present(account, "the openapi dialect needs an account"));
        } else if (!request.message().media().isEmpty()) {
            throw new IllegalArgumentException("the tutorial dialect cannot carry media: " + request.identity());
        }
        return JSON.writeValueAsString(text.body);
    }

    private void common(CampaignRequest request) {
        body.put("name", request.name());
        body.put("type", CampaignRequest.TYPE);
        body.put("message", request.message().text());
        ids("phone_ids", request.senders());
        audience(request.audience());
        request.window().ifPresent(this::window);
        body.put("enable_link_shortening", request.message().shortenLinks());
        ids("attach_contact_label_ids", request.attachLabels());
        body.put("is_schedule", request.window().isPresent());
    }

    private void audience(Audience<LabelId> audience) {
        ids("any_contact_label_ids", audience.any());
        ids("all_contact_label_ids", audience.all());
        ids("exclude_contact_ids", audience.excludeContacts());
        ids("exclude_any_contact_label_ids", audience.exclude());
    }

    private void window(Schedule.Window window) {
        body.put("start_time", time(window.start()));
        window.end().ifPresent(end -> body.put("end_time", time(end)));
    }

    private void openapi(Message message, OpenApiAccount account) {
        var template = present(message.template(), "the openapi dialect needs a template");
        body.put("mode", "WEB");
        body.put("stage", "INSTANCE");
        body.put("message_service_id", account.messageServiceId());
        body.putObject("service_provider_campaign_data")
                .put("service_account_id", account.serviceAccountId())
                .put("service_account_template_name", template.name())
                .put("service_account_template_language", template.language());
        texts("media_urls", message.media());
        body.put("whatsapp_phone_only", true);
        body.put("is_timezone_aware", false);
    }

    private void ids(String field, List<?> ids) {
        texts(field, ids.stream().map(id -> id(field, id.toString())).toList());
    }

    private void texts(String field, List<String> texts) {
        if (!texts.isEmpty()) {
            var array = body.putArray(field);
            texts.forEach(array::add);
        }
    }

    /** Whether a request can carry it as an id. */
    static boolean takes(String id) {
        return ID.matcher(id).matches();
    }

    private static String id(String field, String id) {
        if (!takes(id)) {
            throw new IllegalArgumentException(field + " takes ids in UUID form, never a name: " + id);
        }
        return id;
    }

    private static String time(Instant instant) {
        return TIME.format(instant);
    }

    private static <T> T present(Optional<T> value, String otherwise) {
        return value.orElseThrow(() -> new IllegalArgumentException(otherwise));
    }
}
