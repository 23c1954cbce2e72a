package dev.muster.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the numbers of a file mean, for the workspace that they are imported into. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NumbersInFilesTest {
    @ParameterizedTest
    @ValueSource(strings = {"+1 (312) 555-0142", "0013125550142", "whatsapp:+13125550142", "13125550142@c.us"})
    void sees_an_opt_out_however_the_workspace_writes_the_number(String written) throws IOException {
        var report = check("phone\n+13125550142\n", rules(DuplicateStrategy.SKIP, written));

        assertThat(report.found()).containsKey("contacts/suppression-lost");
        assertThat(report.usable()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "+551188887777, +5511988887777",
        "551188887777, +55 11 98888-7777",
        "+5215512345678, +525512345678",
        "+541123456789, +5491123456789",
        "+5491123456789, +541123456789",
        "+551178887777, +5511978887777"
    })
    void sees_an_opt_out_of_the_other_spelling_of_an_account(String known, String imported) throws IOException {
        var report = check("phone\n" + imported + "\n", rules(DuplicateStrategy.SKIP, known));

        assertThat(report.found()).containsKey("contacts/suppression-lost");
        assertThat(report.usable()).isZero();
    }

    @Test
    void imports_the_spelling_that_the_workspace_has_so_that_an_opt_out_stays() throws IOException {
        var out = new StringWriter();

        try (var writer = new ContactWriter(out)) {
            check("phone\n+551188887777\n", rules(DuplicateStrategy.SKIP, "+5511988887777"), writer);
        }

        assertThat(out.toString().lines()).containsExactly("phone", "+5511988887777");
    }

    @Test
    void lets_an_opt_out_be_named_in_the_row() throws IOException {
        assertThat(check("phone,labels\n+5511988887777,DNC\n", rules(DuplicateStrategy.SKIP, "+551188887777"))
                        .usable())
                .isEqualTo(1);
    }

    @Test
    void leaves_alone_whom_the_workspace_has_in_the_same_spelling() throws IOException {
        var report = check("phone\n+13125550142\n", rules(DuplicateStrategy.SKIP, "13125550142"));

        assertThat(report.findings()).isEmpty();
        assertThat(report.known()).hasValue(1);
    }

    @Test
    void says_that_a_number_of_the_workspace_is_written_otherwise() throws IOException {
        var people = new KnownPeople();
        people.add("+1 312 555 0142", List.of());

        var report = check("phone\n+13125550142\n", rules(DuplicateStrategy.SKIP, people));

        assertThat(report.found()).containsOnlyKeys("contacts/other-spelling");
        assertThat(report.known()).hasValue(1);
    }

    @Test
    void counts_the_numbers_of_the_workspace_that_are_none() throws IOException {
        var report = check("phone\n+13125550142\n", rules(DuplicateStrategy.SKIP, "n/a", "ask Ada", "0312 5550142"));

        assertThat(report.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).endsWith("compared with nobody: 3"));
    }

    @Test
    void finds_the_same_account_twice_in_its_two_spellings() throws IOException {
        var report = check("phone\n+551188887777\n+5511988887777\n", rules(DuplicateStrategy.SKIP));

        assertThat(report.found()).containsOnlyKeys("contacts/number-twice");
    }

    @Test
    void warns_of_two_rows_that_are_likely_one_account() throws IOException {
        var report = check("phone\n+541123456789\n+5491123456789\n", rules(DuplicateStrategy.SKIP));

        assertThat(report.found()).containsOnlyKeys("contacts/likely-twice");
        assertThat(report.usable()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void writes_every_number_with_its_country_code(DuplicateStrategy duplicates) throws IOException {
        var out = new StringWriter();
        var rules = new ContactRules(
                Optional.of("AR"),
                duplicates,
                Optional.empty(),
                false,
                Set.of(),
                Map.of(),
                Optional.empty(),
                Optional.empty());

        try (var writer = new ContactWriter(out)) {
            check("phone,whatsapp\n011 15-2345-6789,11 2345-6780\n", rules, writer);
        }

        assertThat(out.toString().lines()).containsExactly("phone,whatsapp", "+5491123456789,+541123456780");
    }

    private static ContactReport check(String file, ContactRules rules) throws IOException {
        return check(file, rules, UsableRows.UNSEEN);
    }

    private static ContactReport check(String file, ContactRules rules, UsableRows usable) throws IOException {
        var bytes = file.getBytes(StandardCharsets.UTF_8);
        return ContactChecker.check(
                new ContactFile("people.csv", () -> new ByteArrayInputStream(bytes)), rules, usable);
    }

    private static ContactRules rules(DuplicateStrategy duplicates, String... optedOut) {
        var people = new KnownPeople();
        List.of(optedOut).forEach(number -> people.add(number, List.of("DNC")));
        return rules(duplicates, people);
    }

    private static ContactRules rules(DuplicateStrategy duplicates, KnownPeople people) {
        return new ContactRules(
                Optional.empty(),
                duplicates,
                Optional.of(Set.of("DNC")),
                false,
                Set.of("DNC"),
                Map.of(),
                Optional.empty(),
                Optional.of(people));
    }
}
