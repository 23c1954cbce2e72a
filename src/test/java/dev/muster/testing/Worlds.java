package dev.muster.testing;

import java.time.Instant;
import java.util.Map;

/** Workspaces that more than one test reads. */
public final class Worlds {
    private Worlds() {}

    /** A little of everything: overlapping labels, someone without WhatsApp, a disabled sender, two campaigns in a second. */
    public static FakeWorkspace small() {
        return new FakeWorkspace()
                .phone("Support Line", "+15550100101")
                .phone("Sales Line", "+15550100100")
                .phone("Old Line", "+15550100109", false)
                .label("premium_customers")
                .label("whatsapp_opt_in")
                .systemLabel("DNC")
                .label("empty")
                .template("+15550100100", "welcome", "APPROVED", "Hello {{name}}")
                .template("+15550100100", "teaser", "PENDING", "Soon")
                .template("+15550100100", "another", "APPROVED", "More")
                .contactWith(
                        Map.of("city", "Apia", "since", "2019"), "+15550100001", "premium_customers", "whatsapp_opt_in")
                .contact("+15550100002", "premium_customers")
                .contact("+15550100003", "whatsapp_opt_in", "DNC")
                .contact("+15550100004")
                .contactWithoutWhatsapp("premium_customers", "whatsapp_opt_in")
                .campaign("campaign_old", "Old", Instant.parse("2026-01-05T10:00:00Z"))
                .campaign("campaign_b", "B", Instant.parse("2026-11-29T10:00:00Z"))
                .campaign("campaign_a", "A", Instant.parse("2026-11-29T10:00:00Z"))
                .job("job_1", "finished");
    }

    /** So many contacts that they take several pages. */
    public static FakeWorkspace crowd(int people) {
        var world = new FakeWorkspace().phone("Sales Line", "+15550100100").label("everyone");
        for (int i = 0; i < people; i++) {
            world.contact("+1555010" + (1000 + i), "everyone");
        }
        return world;
    }
}
