package dev.muster.sandbox.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;

/**
 * The templates of the default world: the plain ones of its first day, all in {@code en}, and after them every kind that a
 * campaign by numbers can meet, among them kinds that no campaign can use.
 */
final class DefaultTemplates {
    private static final String NEVER_AGAIN = "Stop promotions";

    private final List<TemplateRow> templates = new ArrayList<>();

    private DefaultTemplates() {}

    static List<TemplateRow> all() {
        var all = new DefaultTemplates();
        all.addPlain();
        all.addPreviews();
        all.addOrders();
        all.addOffers();
        all.addUnusable();
        all.addNotApproved();
        return all.templates;
    }

    private void addPlain() {
        plain(
                "holiday_sale",
                "🎉 Holiday Sale! Get 30% off all items. Use code HOLIDAY30. Shop now: https://example.com/sale");
        plain("flash_sale", "⚡ Flash sale: 48 hours only, 40% off everything. https://example.com/flash");
        plain(
                "vip_preview",
                "Hello {{name}}, your early access to our winter collection is open: https://example.com/preview");
        plain("new_year", "Happy New Year, {{name}}! Thank you for being with us in 2026.");
        plain("newsletter", "Our December newsletter is out. Read it here: https://example.com/news");
        add(
                "system_test",
                "en",
                "UTILITY",
                false,
                TemplateParts.body("This is a test of our message system. Nothing to do for you."));
        add("sale_teaser", "en", "MARKETING", false, TemplateParts.body("Something big is coming. Stay tuned."));
        judge("PENDING");
    }

    /** A picture, a text with names, a link of one's own, a coupon, in two languages. */
    private void addPreviews() {
        marketing(
                "vip_preview",
                "en_US",
                TemplateParts.media("IMAGE")
                        .text("BODY", "Hello {{name}}, our winter collection is open to you first: {{discount}}% off.")
                        .text("FOOTER", "Example Store")
                        .url("Shop now", "https://example.com/preview/{{1}}")
                        .button("COPY_CODE", "Copy offer code")
                        .button("QUICK_REPLY", NEVER_AGAIN));
        marketing(
                "vip_preview",
                "es_MX",
                TemplateParts.media("IMAGE")
                        .text(
                                "BODY",
                                "Hola {{name}}, nuestra colección de invierno abre primero para ti: {{discount}}% menos.")
                        .text("FOOTER", "Example Store")
                        .url("Ver ahora", "https://example.com/es/preview/{{1}}")
                        .button("COPY_CODE", "Copiar código")
                        .button("QUICK_REPLY", "Alto a promociones"));
    }

    /** What an order needs: numbered slots, a link at the second place of the buttons, a document. */
    private void addOrders() {
        add(
                "order_update",
                "en_US",
                "UTILITY",
                true,
                TemplateParts.body("Hi {{1}}, your order {{2}} of {{3}} is on its way. Thank you for your purchase.")
                        .example("Ada", "A-1001", "USD 129.90")
                        .phone("Call us", "+15550100101")
                        .url("Track it", "https://example.com/track/{{1}}"));
        add(
                "order_update",
                "es_MX",
                "UTILITY",
                true,
                TemplateParts.body("Hola {{1}}, tu pedido {{2}} de {{3}} va en camino. Gracias por tu compra.")
                        .example("Ada", "A-1001", "USD 129.90")
                        .phone("Llámanos", "+15550100101")
                        .url("Seguir", "https://example.com/es/track/{{1}}"));
        add(
                "order_receipt",
                "en_US",
                "UTILITY",
                false,
                TemplateParts.media("DOCUMENT")
                        .text("BODY", "Dear {{first_name}}, here is the receipt for {{amount}}. Thank you."));
    }

    private void addOffers() {
        marketing(
                "winter_coupon",
                "en_US",
                TemplateParts.titled("A gift for {{first_name}}")
                        .text("BODY", "Take {{amount}} off your next order until {{until}}. Use the code below.")
                        .button("COPY_CODE", "Copy offer code")
                        .button("QUICK_REPLY", NEVER_AGAIN));
        marketing(
                "winter_video",
                "en_US",
                TemplateParts.media("VIDEO")
                        .text("BODY", "Our winter film is here. Watch it to the end.")
                        .url("Shop the film", "https://example.com/film")
                        .button("QUICK_REPLY", NEVER_AGAIN));
        marketing("thank_you", "en_US", TemplateParts.body("Thank you for a good year. See you soon."));
    }

    /** What no campaign by numbers can use, each for a reason of its own. */
    private void addUnusable() {
        marketing(
                "store_opening",
                "en_US",
                TemplateParts.media("LOCATION").text("BODY", "Our new store opens on Friday. Come and see it."));
        marketing(
                "winter_carousel",
                "en_US",
                TemplateParts.body("Three looks for the winter, chosen for you.")
                        .other("CAROUSEL"));
        add(
                "login_code",
                "en_US",
                "AUTHENTICATION",
                true,
                TemplateParts.body("{{1}} is your verification code.").button("OTP", "Copy code"));
        add("season_greeting", "en_US", "MARKETING", false, Optional.empty());
        add(
                "birthday",
                "en_US",
                "MARKETING",
                true,
                TemplateParts.body("Happy birthday 1, this one is on us.").example("Ada"));
    }

    private void addNotApproved() {
        marketing("weekend_sale", "en_US", TemplateParts.body("This weekend only: 20% off everything."));
        judge("PAUSED");
        marketing("clearance", "en_US", TemplateParts.body("Everything must go."));
        judge("DISABLED");
    }

    private void plain(String name, String text) {
        add(name, "en", "MARKETING", false, TemplateParts.body(text));
    }

    private void marketing(String name, String language, TemplateParts parts) {
        add(name, language, "MARKETING", false, parts);
    }

    private void add(String name, String language, String category, boolean positional, TemplateParts parts) {
        add(name, language, category, positional, parts.written());
    }

    private void add(
            String name, String language, String category, boolean positional, Optional<ArrayNode> components) {
        var id = DefaultWorld.fixed(3, templates.size() + 1);
        templates.add(new TemplateRow(id, name, language, TemplateRow.APPROVED, category, positional, components));
    }

    /** Gives the last template another status. */
    private void judge(String status) {
        int last = templates.size() - 1;
        templates.set(last, templates.get(last).withStatus(status));
    }
}
