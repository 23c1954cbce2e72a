package dev.muster.cli.forge;

import static dev.muster.testing.ForgeServer.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The token goes to one safe address, and is shown nowhere. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ForgeTokenTest extends ForgeCommandFixture {
    @Test
    void a_token_that_cannot_be_one_is_said_and_not_shown() {
        for (var token : List.of(TOKEN + "\n", TOKEN + "\r\nX-Other: 1", " " + TOKEN, TOKEN + "é", "\t")) {
            on(true, "GH_TOKEN", token);
            assertThat(run(1, "comment", "plan.md", "--request", "3").err())
                    .contains("The token in GH_TOKEN has a blank");
        }
        assertThat(github.asked()).isEmpty();
    }

    /** Whoever names the address gets the token. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://forge.example/api",
                "http://127.0.0.1.evil.example",
                "https://user:password@forge.example",
                "https://forge.example/?x=",
                "https://forge.example/#",
                "ftp://127.0.0.1",
                "file:///etc/passwd",
                "127.0.0.1",
                "https:///api",
                "https://forge example"
            })
    void the_token_goes_to_a_safe_address_or_nowhere(String address) {
        on(true, "GITHUB_API_URL", address);

        assertThat(run(1, "comment", "plan.md", "--request", "3").err()).contains("GITHUB_API_URL is not the address");
    }

    @Test
    void the_token_comes_from_the_variable_that_is_named() {
        on(true, "GH_TOKEN", "wrong", "MUSTER_WRITES", TOKEN);
        run(0, "comment", "plan.md", "--request", "3", "--token-env", "MUSTER_WRITES");
        assertThat(github.shown()).containsOnly("Bearer " + TOKEN);

        on(true);
        run(0, "alarm", "--job", DOUBT);
        on(true, "GH_TOKEN", "", "GITHUB_TOKEN", TOKEN);
        run(0, "alarm", "--job", DOUBT);
        assertThat(github.shown()).containsOnly("Bearer " + TOKEN);
    }
}
