package dev.muster.seax;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ErrorTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"error":"Unauthorized","message":"Invalid API Key","status_code":401}    | Invalid API Key
                    {"error":"Unauthorized","status_code":401}                                | Unauthorized
                    {"detail":"Invalid API key"}                                              | Invalid API key
                    {"detail":{"message":"label exists","candidates":["a"]}}                  | label exists
                    {"detail":[{"loc":["query","limit"],"msg":"not an int","type":"int"},{"msg":"bad"},{}]} | query.limit: not an int; bad; not valid
                    {"message":"","error":"Bad Request"}                                      | Bad Request
                    {"message":"line\\none\\u001b[2J"}                                        | line one [2J
                    """)
    void reads_every_documented_shape(String body, String text) {
        assertThat(ErrorText.in(body)).contains(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>Bad Gateway</html>",
                "[]",
                "{}",
                "null",
                "{\"detail\":7}",
                "{\"detail\":[]}",
                "{\"message\":{}}"
            })
    void says_nothing_where_nothing_is_said(String body) {
        assertThat(ErrorText.in(body)).isEmpty();
    }

    @Test
    void survives_any_depth() {
        assertThat(ErrorText.in("[".repeat(100_000))).isEmpty();
    }
}
