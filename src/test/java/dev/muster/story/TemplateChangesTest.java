package dev.muster.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.sandbox.http.RunningSandbox;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The words by which a story edits templates and decides what becomes of messages. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TemplateChangesTest extends RunningSandbox {
    private static final String ADA = "+15550110001";

    private String listed() throws Exception {
        return client.get("whatsapp_business_platform_templates/%2B15550100100").text();
    }

    @Test
    void edit_one_language_or_all() throws Exception {
        var changes = new TemplateChanges(sandbox);
        changes.template("newsletter ARCHIVED");
        changes.template("vip_preview en_US status PAUSED");
        changes.template("vip_preview es_MX category UTILITY");
        changes.template("thank_you en_US text Thank you, {{name}}.");
        changes.template("offer de new [{\"type\":\"BODY\",\"text\":\"Nur heute.\"}]");
        changes.template("clearance en_US delete");

        assertThat(listed())
                .contains("ARCHIVED", "Thank you, {{name}}.", "Nur heute.")
                .doesNotContain("clearance");
        assertThat(client.sendByNumbers(client.byNumbers("Preview", ADA)).text())
                .contains("132015");
        assertThatThrownBy(() -> changes.template("vip_preview en_US colour red"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void hold_messages_back_and_let_them_fail() throws Exception {
        var changes = new TemplateChanges(sandbox);
        changes.fail(new String[] {"131026", ADA});
        changes.fail(new String[] {"132001", "vip_preview", "es_MX"});
        changes.pacing(new String[] {"vip_preview", "en_US", "1", "PT1H", "release"});
        var id = client.sendByNumbers(client.byNumbers("Preview", ADA, "+15550110002"))
                .json()
                .path("id")
                .asString("");
        sandbox.advance(java.time.Duration.ofMinutes(5));

        assertThat(client.get("campaigns/" + id + "/logs").column("message_status"))
                .containsExactly("failed", "queued");
        assertThat(changes.ledger())
                .isEqualToNormalizingNewlines("Preview (vip_preview en_US): 2 messages to 2 numbers\n");
    }
}
