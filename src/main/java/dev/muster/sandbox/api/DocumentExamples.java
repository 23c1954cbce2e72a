package dev.muster.sandbox.api;

import dev.muster.sandbox.world.CampaignRow;
import dev.muster.sandbox.world.DefaultWorld;
import dev.muster.sandbox.world.LabelRow;
import dev.muster.sandbox.world.SandboxWorld;
import java.util.List;
import java.util.Map;

/**
 * What the API document's examples name, and what that means in the default world: a reader can try each example as it is
 * written. These names are understood in requests only; no list shows them.
 */
final class DocumentExamples {
    private static final String SENDER = "020086f5-fb0e-4a0c-920a-bbdd04f4381c";
    private static final String NUMBER = "+1234567890";
    private static final String CAMPAIGN = "campaign_12345678-abcd-efgh-ijkl-123456789012";
    private static final String TEXT = "⚡ Flash Sale Alert! 48 hours only - 40% off everything!";
    private static final Map<String, String> LABELS = Map.of(
            "11111111-2222-4444-3333-555555555555", DefaultWorld.PREMIUM,
            "22222222-3333-5555-4444-666666666666", DefaultWorld.UNSUBSCRIBED,
            "33333333-4444-6666-5555-777777777777", DefaultWorld.RECEIVED,
            "vip_customers", DefaultWorld.VIP);

    private DocumentExamples() {}

    static List<String> senders(List<String> ids) {
        return ids.stream()
                .map(id -> id.equals(SENDER) ? DefaultWorld.SALES_LINE_ID : id)
                .toList();
    }

    static String number(String written) {
        return written.equals(NUMBER) ? DefaultWorld.SALES_LINE : written;
    }

    /** A label that really has this name is not meant by it. */
    static String label(String id, SandboxWorld world) {
        return world.labelNamed(LABELS.getOrDefault(id, id))
                .filter(label -> LABELS.containsKey(id) && world.labelNamed(id).isEmpty())
                .map(LabelRow::id)
                .orElse(id);
    }

    /** The campaign of the document is the first one that was created. */
    static String campaign(String id, SandboxWorld world) {
        return id.equals(CAMPAIGN)
                ? world.campaigns().stream().findFirst().map(CampaignRow::uuid).orElse(id)
                : id;
    }

    /** Whether it is the text of an example that no template of the default world has. */
    static boolean isText(String message) {
        return message.equals(TEXT);
    }
}
