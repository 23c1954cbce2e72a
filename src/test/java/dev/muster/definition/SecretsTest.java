package dev.muster.definition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SecretsTest {
    private static final String HEXADECIMAL = "deadbeef".repeat(4);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# key: deadbeefdeadbeefdeadbeefdeadbeef",
                "owner: DEADBEEFDEADBEEFDEADBEEFDEADBEEF0",
                "api_key: not-a-real-key",
                "  X-API-Key: \"not-a-real-key\"",
                "{api-key: not-a-real-key}",
                "# password = not-a-real-one",
                "Authorization: Bearer not-a-real-key",
                "text: FakeKey0fNobody-A1b2C3d4E5f6G7h8J9k0",
                "base_url: https://user:not-real@seax.example.com"
            })
    void finds_what_looks_like_a_key(String line) {
        assertThat(Secrets.in(line)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "workspace_id: 3fa85f64-5717-4562-b3fc-2c963f66afa6",
                "  - bf3f1a0e-83d9-45a7-8bfa-0fae2fde9165",
                "api_key_env: SEAX_API_KEY",
                "api_key_file: /run/secrets/seax-api-key",
                "# see commit 69207b6",
                "text: Use code HOLIDAY30. Shop now: https://example.com/sale?campaign=holiday-sale-2026-Winter1",
                "key: the-longest-campaign-key-that-anybody-has-ever-written-in-2026",
                "# -----------------------------------------------------------------",
                "# yaml-language-server: $schema=../../schemas/campaign.schema.json",
                "# PremiumCustomersWhoBoughtSomethingLastYear2026",
                "attach_labels: [Holiday-Sale-2026-Received-The-Message-2]",
                "zone: America/Argentina/ComodRivadavia",
                "media: [https://cdn.example.com/A1b2C3d4E5f6G7h8J9k0L1m2N3p4Q5r6/picture.jpg]"
            })
    void takes_no_ordinary_line_for_a_key(String line) {
        assertThat(Secrets.in(line)).isEmpty();
    }

    @Test
    void masks_all_but_the_beginning_and_moves_no_column() {
        var line = "# " + HEXADECIMAL + " and password: hunter-2-hunter";

        assertThat(Secrets.masked(line))
                .hasSameSizeAs(line)
                .startsWith("# dead****")
                .doesNotContain("beef");
    }

    @Test
    void no_finding_quotes_a_secret_whatever_it_is_about() {
        var yaml = "kind: campaign\nkey: " + HEXADECIMAL + "X\nsenders: " + HEXADECIMAL + "\nowner: [" + HEXADECIMAL
                + "]\n" + HEXADECIMAL + ": x\nname: " + HEXADECIMAL + ": broken\n";

        for (var text : new String[] {yaml, yaml.replace(": broken", "")}) {
            var findings =
                    new DefinitionReader().read(new SourceFile("x.yaml", text)).diagnostics();
            assertThat(findings).hasSizeGreaterThan(3).allSatisfy(finding -> {
                assertThat(finding.toString()).doesNotContain(HEXADECIMAL);
            });
        }
    }
}
