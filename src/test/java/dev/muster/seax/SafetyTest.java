package dev.muster.seax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.diagnostic.EnvironmentException;
import dev.muster.http.RetryDelay;
import dev.muster.testing.Samples;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the key may go, and that it is seen nowhere else. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SafetyTest {
    private static final ApiKey KEY = ApiKey.of("fake+key/0000==");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://seax.example/seax-api/api/v1",
                "HTTPS://seax.example",
                "http://localhost:8080/api/v1",
                "http://LOCALHOST",
                "http://127.0.0.1:1",
                "http://127.9.9.9",
                "http://[::1]:8080/"
            })
    void accepts(String url) {
        assertThat(endpoint(url).url("phones")).endsWith("/workspace/" + Samples.WORKSPACE_ID + "/phones");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "seax.example",
                "http://seax.example",
                "http://127.0.0.1.seax.example",
                "http://localhost.seax.example",
                "http://localhost@seax.example",
                "https://user:secret@seax.example",
                "https://seax.example/?x=1",
                "https://seax.example/#x",
                "https:///api",
                "file:///etc/hosts",
                "https://seax.example/a b"
            })
    void refuses(String url) {
        assertThatThrownBy(() -> endpoint(url)).isInstanceOf(EnvironmentException.class);
    }

    @Test
    void ids_are_encoded_and_slashes_at_the_end_do_not_count() {
        var endpoint = new SeaxEndpoint("https://seax.example/v1//", "a b/c", KEY);
        assertThat(endpoint.url("campaigns", "../x?y"))
                .isEqualTo("https://seax.example/v1/workspace/a%20b%2Fc/campaigns/..%2Fx%3Fy");
    }

    @Test
    void a_workspace_has_an_id() {
        assertThatThrownBy(() -> new SeaxEndpoint("https://seax.example", " ", KEY))
                .isInstanceOf(EnvironmentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdk.httpclient.HttpClient.log",
                "jdk.internal.httpclient.debug",
                "jdk.httpclient.enableAllMethodRetry"
            })
    void nothing_is_opened_while_a_property_could_print_the_key_or_repeat_a_post(String property) {
        var properties = Map.of(property, "");
        assertThatThrownBy(() -> SeaxConnector.sender(endpoint("https://seax.example"), properties::get))
                .isInstanceOf(EnvironmentException.class)
                .hasMessageContaining(property);
        assertThatThrownBy(() -> SeaxConnector.workspace(
                        endpoint("https://seax.example"), properties::get, RetryDelay.SLEEPING, new Random(1)))
                .isInstanceOf(EnvironmentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "key with blank", "key\r\nX-Other: 1", "schlüssel"})
    void a_key_that_cannot_be_a_header_is_refused_without_being_quoted(String key) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ApiKey.of(key))
                .withMessage("an API key consists of visible ASCII characters, without blanks");
    }

    @Test
    void a_key_has_no_text_form() {
        assertThat(KEY).hasToString("[API key]");
        assertThat(endpoint("https://seax.example").toString()).doesNotContain(KEY.reveal());
    }

    @Test
    void the_key_is_taken_out_of_any_text_in_every_form() {
        var bytes = KEY.reveal().getBytes(StandardCharsets.UTF_8);
        var text = String.join(
                " ",
                KEY.reveal(),
                "fake%2Bkey%2F0000%3D%3D",
                Base64.getEncoder().encodeToString(bytes),
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        assertThat(new Redactor(KEY).redact(text)).isEqualTo("[API key] [API key] [API key] [API key]");
    }

    private static SeaxEndpoint endpoint(String url) {
        return new SeaxEndpoint(url, Samples.WORKSPACE_ID, KEY);
    }
}
