package dev.muster.sandbox.world;

import java.time.Instant;
import java.util.List;

/**
 * The workspace that a newcomer finds: senders, labels, templates and 3,200 contact rows, the same on every machine. All
 * numbers are reserved for fiction or cannot exist.
 */
public final class DefaultWorld {
    public static final Instant CREATED = Instant.parse("2025-01-01T08:00:00Z");

    public static final String PREMIUM = "premium_customers";
    static final String NEW = "new_subscribers";
    static final String OPT_IN = "whatsapp_opt_in";
    static final String RECENT = "recent_buyers";
    public static final String VIP = "vip";
    static final String NEWSLETTER = "newsletter";
    static final String STAFF = "staff_test";
    public static final String RECEIVED = "holiday_2026_received";
    public static final String UNSUBSCRIBED = "unsubscribed";
    static final String DNC = "DNC";
    static final String INVALID = "invalid number";
    static final String UNREACHABLE = "unreachable";
    public static final String DUPLICATE = "duplicate";

    public static final String SALES_LINE = "+15550100100";
    public static final String SALES_LINE_ID = fixed(2, 1);

    private static final List<String> OWN_LABELS =
            List.of(PREMIUM, NEW, OPT_IN, RECENT, VIP, NEWSLETTER, STAFF, RECEIVED, UNSUBSCRIBED);
    private static final List<String> SYSTEM_LABELS = List.of(DNC, INVALID, UNREACHABLE, DUPLICATE);

    private DefaultWorld() {}

    static SandboxWorld at(Instant clock) {
        return at(clock, DefaultContacts.ROWS);
    }

    /** The same workspace with fewer contact rows or more. */
    static SandboxWorld at(Instant clock, int contacts) {
        var world = new SandboxWorld(clock, senders(), templates());
        OWN_LABELS.forEach(name -> addLabel(world, name, false));
        SYSTEM_LABELS.forEach(name -> addLabel(world, name, true));
        new DefaultContacts(world).add(contacts);
        return world;
    }

    private static void addLabel(SandboxWorld world, String name, boolean system) {
        int number = world.labels().size() + 1;
        world.apply(new Event.LabelCreated(
                new LabelRow(fixed(1, number), name, system ? "#8c8c8c" : "#19b9c3", "", system, CREATED)));
    }

    private static List<SenderRow> senders() {
        return List.of(
                new SenderRow(SALES_LINE_ID, "Sales Line", SALES_LINE, true, true),
                new SenderRow(fixed(2, 2), "Support Line", "+15550100101", true, true),
                new SenderRow(fixed(2, 3), "Old Line", "+15550100102", false, false));
    }

    private static List<TemplateRow> templates() {
        return List.of(
                marketing(
                        1,
                        "holiday_sale",
                        "🎉 Holiday Sale! Get 30% off all items. Use code HOLIDAY30. Shop now:"
                                + " https://example.com/sale"),
                marketing(
                        2, "flash_sale", "⚡ Flash sale: 48 hours only, 40% off everything. https://example.com/flash"),
                marketing(
                        3,
                        "vip_preview",
                        "Hello {name}, your early access to our winter collection is open:"
                                + " https://example.com/preview"),
                marketing(4, "new_year", "Happy New Year, {name}! Thank you for being with us in 2026."),
                marketing(5, "newsletter", "Our December newsletter is out. Read it here: https://example.com/news"),
                template(
                        6,
                        "system_test",
                        "This is a test of our message system. Nothing to do for you.",
                        TemplateRow.APPROVED,
                        "UTILITY"),
                template(7, "sale_teaser", "Something big is coming. Stay tuned.", "PENDING", "MARKETING"));
    }

    private static TemplateRow marketing(int number, String name, String text) {
        return template(number, name, text, TemplateRow.APPROVED, "MARKETING");
    }

    private static TemplateRow template(int number, String name, String text, String status, String category) {
        return new TemplateRow(fixed(3, number), name, text, status, category);
    }

    /** An id that a reader recognises: the kind first, the number last. */
    private static String fixed(int kind, int number) {
        return kind + "0000000-0000-4000-8000-0000000000" + number / 10 + number % 10;
    }
}
