package dev.muster.testing;

import dev.muster.model.Audience;
import dev.muster.model.CampaignIdentity;
import dev.muster.model.CampaignRequest;
import dev.muster.model.ContactId;
import dev.muster.model.LabelId;
import dev.muster.model.Marker;
import dev.muster.model.Message;
import dev.muster.model.PhoneId;
import dev.muster.model.Schedule;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Values that many tests need, with ids that say what they are: 1… are phones, 2… labels, 3… contacts. */
public final class Samples {
    public static final String WORKSPACE_ID = "3fa85f64-5717-4562-b3fc-2c963f66afa6";
    public static final PhoneId SALES_LINE = new PhoneId(uuid(1, 1));

    private Samples() {}

    /** When the sandbox's first day begins. */
    public static final Instant NOW = Instant.parse("2026-11-30T09:00:00Z");

    public static String uuid(int kind, int number) {
        return String.format(Locale.ROOT, "%08d-0000-4000-8000-%012d", kind, number);
    }

    public static LabelId label(int number) {
        return new LabelId(uuid(2, number));
    }

    public static ContactId contact(int number) {
        return new ContactId(uuid(3, number));
    }

    /** A campaign that goes out as soon as it is posted. */
    public static CampaignRequest immediate(String key) {
        return request(
                key,
                new Audience<>(List.of(label(1)), List.of(), List.of(label(9)), List.of()),
                new Schedule.Immediately());
    }

    /** A campaign with every part of an audience and a window. */
    public static CampaignRequest scheduled(String key) {
        return request(
                key,
                new Audience<>(
                        List.of(label(1), label(2)),
                        List.of(label(3)),
                        List.of(label(8), label(9)),
                        List.of(contact(7))),
                new Schedule.Window(
                        Instant.parse("2026-12-01T15:00:00Z"),
                        Optional.of(Instant.parse("2026-12-01T23:00:00Z")),
                        ZoneId.of("America/New_York")));
    }

    public static CampaignRequest request(String key, Audience<LabelId> audience, Schedule schedule) {
        var identity = CampaignIdentity.parse(key + "/1");
        var marker = Marker.of(WORKSPACE_ID, identity);
        return new CampaignRequest(
                identity,
                marker,
                "WhatsApp Holiday Sale 2026" + marker.suffix(),
                message(List.of()),
                List.of(SALES_LINE),
                audience,
                schedule,
                List.of(label(4)));
    }

    public static Message message(List<String> media) {
        return new Message(
                "🎉 Holiday Sale! Use code \"HOLIDAY30\".\nShop now: https://example.com/sale",
                media,
                true,
                Optional.of(new Message.Template("holiday_sale", "en_US")),
                Map.of());
    }

    /** What SeaX answers when it accepts a request, in the tutorial's form. */
    public static String acceptance(CampaignRequest request, String id) {
        return """
                {"id":"%s","name":"%s","type":"%s","status":"sending","phones":[{"id":"%s","phone":"+15550100100","name":"Sales Line"}],\
                "target_contact_count":850,"job_id":"job_1"}""".formatted(
                id, request.name(), CampaignRequest.TYPE, request.senders().get(0));
    }
}
