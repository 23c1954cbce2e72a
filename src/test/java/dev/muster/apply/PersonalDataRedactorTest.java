package dev.muster.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.model.MessageEndpoint;
import dev.muster.model.Phone;
import dev.muster.model.PhoneId;
import dev.muster.model.SingleMessage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PersonalDataRedactorTest {
    private static final SingleMessage MESSAGE = to("Grüße \"Ana\", 4711 is ready");

    private static SingleMessage to(String text) {
        var sender = new Phone(new PhoneId("p1"), "Sales Line", "+15550100100", true, Optional.of(true));
        return new SingleMessage(
                sender, "+15550110965", text, List.of(), MessageEndpoint.WABP_TEMPLATE_MESSAGE, Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+15550110965",
                "15550110965",
                "+1 (555) 011-0965",
                "001 555 011 0965",
                "555.011.0965",
                "0110965",
                "%2B15550110965"
            })
    void finds_the_number_however_it_is_written(String number) {
        assertThat(new PersonalDataRedactor(MESSAGE).of("{\"to\":\"" + number + "\"}"))
                .doesNotContain("965")
                .contains("[number]");
    }

    @Test
    void finds_the_text_however_json_writes_it() {
        var said =
                "{\"message\":\"Grüße \\\"Ana\\\", 4711 is ready\",\"m\":\"Gr\\u00FC\\u00DFe \\\"Ana\\\", 4711 is ready\"} "
                        + MESSAGE.text();
        assertThat(new PersonalDataRedactor(MESSAGE).of(said)).isEqualTo("{\"message\":[text],\"m\":[text]} [text]");
    }

    @Test
    void leaves_the_rest_of_an_answer_as_it_is() {
        var said = "HTTP 502 {date=Mon, 30 Nov 2026 09:00:00 GMT} wamsg_12345678-abcd 2025-07-17T19:00:00.000Z";
        assertThat(new PersonalDataRedactor(MESSAGE).of(said)).isEqualTo(said);
        assertThat(new PersonalDataRedactor(to("a")).of("a banana \"a\"")).isEqualTo("a banana [text]");
    }
}
