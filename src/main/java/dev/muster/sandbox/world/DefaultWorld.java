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
        var world = new SandboxWorld(clock, senders(), DefaultTemplates.all());
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

    /** An id that a reader recognises: the kind first, the number last. */
    static String fixed(int kind, int number) {
        return kind + "0000000-0000-4000-8000-0000000000" + number / 10 + number % 10;
    }
}
