package dev.muster.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * A folder of campaigns of any number against the sandbox, one file each, as the years would leave it: own audiences and
 * shared ones, own messages and shared ones, times with a zone and times with an offset. The same numbers give the same
 * bytes.
 */
record MadeUpFolder(Path folder, int campaigns, int contacts) {
    private static final List<String> ANY = List.of(
            "[premium_customers, new_subscribers]", "[premium_customers]", "[vip, newsletter]", "[new_subscribers]");
    private static final List<String> EXCLUDE =
            List.of("", "exclude: [recent_buyers]", "exclude: [staff_test]", "exclude: [recent_buyers, unreachable]");
    /** Texts of the sandbox's approved templates, for SeaX takes no other. */
    private static final List<String> OFFERS = List.of(
            "🎉 Holiday Sale! Get 30% off all items. Use code HOLIDAY30. Shop now: https://example.com/sale",
            "Our December newsletter is out. Read it here: https://example.com/news",
            "⚡ Flash sale: 48 hours only, 40% off everything. https://example.com/flash");

    void write() throws IOException {
        Files.createDirectories(folder);
        write("muster.yaml", project());
        for (int number = 0; number < Math.min(campaigns, 12); number++) {
            write("audiences/shared-" + number + ".yaml", audience(number));
        }
        for (int number = 0; number < campaigns; number++) {
            write(
                    String.format(Locale.ROOT, "%d/%02d/c-%05d.yaml", 2020 + number % 7, number % 12, number),
                    campaign(number));
        }
    }

    private void write(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private String project() {
        return """
                kind: project
                default_workspace: sandbox
                workspaces:
                  sandbox:
                    sandbox: {clock: 2026-11-30T09:00:00Z, contacts: %d}
                defaults: {senders: [Sales Line], zone: America/New_York, shorten_links: true}
                policy:
                  always_exclude: [DNC, unsubscribed, duplicate]
                  require_opt_in: [whatsapp_opt_in]
                  min_lead: PT15M
                  us_marketing: allow
                """.formatted(contacts);
    }

    private static String audience(int number) {
        return "kind: audience\nkey: shared-" + number + "\n" + selectors(number, 0);
    }

    static String campaign(int number) {
        var start = String.format(Locale.ROOT, "2026-12-%02dT%02d:%02d", 1 + number % 5, 10 + number % 7, number % 60);
        var zoned = number % 3 == 0 ? "start: " + start + ":00-05:00" : "start: " + start + "\n  zone: America/Chicago";
        return "# yaml-language-server: $schema=../../../schemas/campaign.schema.json\n"
                + "kind: campaign\nkey: campaign-" + number + "\n"
                + "name: Campaign number " + number + " of the season\n"
                + "owner: " + (number % 2 == 0 ? "crm-team" : "editorial") + "\n"
                + (number % 4 == 0 ? "senders: [Support Line]\n" : "")
                + (number % 5 == 0
                        ? "audience: shared-" + number / 5 % 12 + "\n"
                        : "audience:\n" + selectors(number, 2))
                + "message:\n  text: |\n    " + OFFERS.get(number % OFFERS.size()) + "\n"
                + "schedule:\n  " + zoned + "\n"
                + (number % 6 == 0 ? "attach_labels: [holiday_2026_received]\n" : "")
                + "acknowledge:\n  audience/excluded-on-another-row: checked with the team on 12 November\n";
    }

    private static String selectors(int number, int indent) {
        var lines = "any: " + ANY.get(number % ANY.size()) + "\nall: [whatsapp_opt_in]\n"
                + EXCLUDE.get(number / 4 % EXCLUDE.size());
        return lines.strip().indent(indent);
    }
}
