package dev.muster.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.diagnostic.Checked;
import dev.muster.diagnostic.Place;
import dev.muster.model.Phone;
import dev.muster.model.PhoneId;
import dev.muster.model.SenderName;
import dev.muster.testing.Samples;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SenderIndexTest {
    private static final Phone SALES = phone(1, "Sales Line", "+15550100100", true, Optional.of(true));
    private static final Phone SUPPORT = phone(2, "Support Line", "+15550100101", true, Optional.empty());

    @Test
    void a_sender_is_found_by_its_name_and_by_its_number() {
        assertThat(look("Sales Line", SALES, SUPPORT).value()).contains(SALES);
        assertThat(look("+15550100100", SALES, SUPPORT).value()).contains(SALES);
    }

    @Test
    void a_sender_of_which_the_api_says_nothing_may_send() {
        assertThat(look("Support Line", SALES, SUPPORT).value()).contains(SUPPORT);
    }

    @Test
    void a_name_in_another_case_is_unknown() {
        assertThat(error(look("sales line", SALES)))
                .isEqualTo("sender/unknown: the workspace has no sender \"sales line\"");
    }

    @Test
    void a_name_that_two_senders_have_is_ambiguous_and_the_number_tells_them_apart() {
        var twin = phone(3, "Sales Line", "+15550100103", true, Optional.of(true));

        assertThat(error(look("Sales Line", SALES, twin)))
                .isEqualTo("sender/ambiguous: 2 senders are called \"Sales Line\"");
        assertThat(look("+15550100103", SALES, twin).value()).contains(twin);
    }

    @Test
    void a_sender_that_is_called_like_the_number_of_another_is_ambiguous() {
        var trick = phone(3, "+15550100100", "+15550100103", true, Optional.of(true));

        assertThat(error(look("+15550100100", SALES, trick))).startsWith("sender/ambiguous");
    }

    @Test
    void a_disabled_sender_cannot_be_used() {
        var old = phone(1, "Old Line", "+15550100109", false, Optional.of(true));

        assertThat(error(look("Old Line", old))).isEqualTo("sender/disabled: sender \"Old Line\" is disabled");
    }

    @Test
    void a_sender_without_whatsapp_cannot_be_used() {
        var voice = phone(1, "Voice", "+15550100109", true, Optional.of(false));

        assertThat(error(look("Voice", voice)))
                .isEqualTo("sender/not-whatsapp: sender \"Voice\" cannot send WhatsApp messages");
    }

    private static Checked<Phone> look(String written, Phone... phones) {
        return new SenderIndex(List.of(phones)).phone(new SenderName(written), Place.of("sale.yaml"));
    }

    private static Phone phone(int id, String name, String number, boolean enabled, Optional<Boolean> whatsapp) {
        return new Phone(new PhoneId(Samples.uuid(1, id)), name, number, enabled, whatsapp);
    }

    private static String error(Checked<Phone> answer) {
        assertThat(answer.value()).isEmpty();
        assertThat(answer.diagnostics()).hasSize(1);
        return answer.diagnostics().get(0).id() + ": "
                + answer.diagnostics().get(0).message();
    }
}
