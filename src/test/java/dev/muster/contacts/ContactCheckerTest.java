package dev.muster.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.diagnostic.Diagnostic;
import dev.muster.report.text.ContactReportText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.approvaltests.Approvals;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ContactCheckerTest {
    private static final Set<String> LABELS = Set.of("newsletter", "vip", "DNC");

    /** Each line is wrong in its own way; what is wrong is written beside it in the column of notes. */
    private static final String TWENTY_MISTAKES = """
            name,phone,labels,note,note,
            Ada Test,+12025550100,newsletter,fine,,
            Bea Test,,newsletter,no number,,
            Cal Test,+1202555010,newsletter,a digit too few,,
            Dan Test,+120255501000000,newsletter,digits too many,,
            Eva Test,202-555-0104,newsletter,no country code,,
            Fay Test,1.20256E+10,newsletter,scientific notation,,
            Gus Test,+1 202 555 0106 ext. 7,newsletter,an extension,,
            Hal Test,CALL ME,newsletter,letters,,
            Ivy Test,+99912345678,newsletter,a country that does not exist,,
            Jon Test,(202) 555-01O9,newsletter,a letter O for a zero,,
            Kay Test,+1 (202) 555-0110,newsletter,rewritten,,
            Leo Test,'+12025550110,newsletter,the same person again,,
            Mia Test,+12025550112,Newsletter,a label in another case,,
            Ned Test,+12025550113,unheard_of,a label that is not there,,
            Ola Test,+12025550114,"vip,,vip",an empty label and one twice,,
            Pia\u202eTest,+12025550115,vip,a name that reads backwards,,
            =HYPERLINK(1),+12025550116,vip,a formula,,
            Quin Test,+12025550117,vip
            Rex Test,+12025550118,vip,one value too many,,,more
            "Sue ""S""
            Test",+12025550119,"v\u200bip",a name of two lines and a hidden character in a label,,
            Tom Test,+15550100120,vip,a number that nobody has,,

            Una Test,+12025550121,vip,"a quote that is not closed,,
            Vic Test,+12025550122,vip,never read,,
            """;

    @Test
    void names_each_of_many_mistakes_with_its_line() throws IOException {
        var report = check(TWENTY_MISTAKES, rules(DuplicateStrategy.SKIP));

        Approvals.verify(ContactReportText.of("people.csv", report, DuplicateStrategy.SKIP));
    }

    @Test
    void quotes_no_name_and_no_number_of_anybody() throws IOException {
        var text = ContactReportText.of(
                "people.csv", check(TWENTY_MISTAKES, rules(DuplicateStrategy.SKIP)), DuplicateStrategy.SKIP);

        assertThat(text.replace("+12025550123", "the number in the advice"))
                .doesNotContain(" Test")
                .doesNotContainPattern("[0-9]{5}");
    }

    @Test
    void finds_the_first_byte_that_is_not_utf_8() throws IOException {
        var bytes = "name,phone\nAda,+12025550100\nJos\u00e9,+12025550101\n".getBytes(StandardCharsets.ISO_8859_1);

        var report = check(bytes, rules(DuplicateStrategy.SKIP), UsableRows.UNSEEN);

        assertThat(report.findings()).first().satisfies(finding -> {
            assertThat(finding.id()).isEqualTo("contacts/encoding");
            assertThat(finding.place()).hasToString("people.csv:3:4");
            assertThat(finding.message()).contains("0xE9");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void reads_what_spreadsheets_of_other_countries_write(String separator) throws IOException {
        var file = "\ufeffName;Phone;Labels\r\nAda;+12025550100;vip\r\n".replace(";", separator);

        var report = check(file, rules(DuplicateStrategy.SKIP));

        assertThat(report.usable()).isEqualTo(1);
        assertThat(report.separator()).isEqualTo(separator.charAt(0));
        assertThat(report.findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"''|contacts/empty", "name,mail|contacts/no-number-column", "phone,phone|contacts/column-twice"})
    void refuses_a_file_whose_first_row_is_of_no_use(String header, String rule) throws IOException {
        var report = check(header, rules(DuplicateStrategy.SKIP));

        assertThat(report.stops()).isTrue();
        assertThat(report.found()).containsKey(rule);
    }

    @ParameterizedTest
    @CsvSource({"MARK, true", "SKIP, false", "UPDATE, true", "MERGE, false", "REPLACE, true"})
    void never_lets_a_row_take_protection_from_somebody(DuplicateStrategy duplicates, boolean isRefused)
            throws IOException {
        var report = check("phone,labels\n+12025550100,vip\n", rules(duplicates, "+12025550100"));

        assertThat(report.found().containsKey("contacts/suppression-lost")).isEqualTo(isRefused);
        assertThat(check("phone,labels\n+12025550100,\"vip,DNC\"\n", rules(duplicates, "+12025550100"))
                        .stops())
                .isFalse();
    }

    @Test
    void warns_of_people_who_did_not_accept_messages_of_another_kind() throws IOException {
        var report = check("""
                First Name,Phone,Accepts Email Marketing,Accepts SMS Marketing,labels
                Ada,+12025550100,yes,no,
                Bea,+12025550101,no,no,vip
                Cal,+12025550102,No,yes,
                Dan,+12025550103,no,,DNC
                """, rules(DuplicateStrategy.SKIP));

        assertThat(report.stops()).isFalse();
        assertThat(report.usable()).isEqualTo(4);
        assertThat(report.found()).containsEntry("contacts/consent-in-field", 2);
        assertThat(ContactReportText.of("people.csv", report, DuplicateStrategy.SKIP))
                .contains(
                        "people.csv:3:",
                        "column \"Accepts Email Marketing\" says no in 2 rows from here on; that consent is about email or"
                                + " SMS, not WhatsApp",
                        "people.csv:2:",
                        "column \"Accepts SMS Marketing\" says no in 2 rows",
                        "write \"DNC\" into the column \"labels\" of their rows");
    }

    @ParameterizedTest
    @CsvSource({
        "Accepts Marketing, FALSE, true",
        "Email Marketing Consent, NEVER_SUBSCRIBED, true",
        "Email Marketing State, not_subscribed, false",
        "Opt In, 0, true",
        "opted_in, n, true",
        "Subscribed, false, true",
        "E-Mail-Einwilligung, nein, true",
        "Opt-in Status, STOP, true",
        "Marketing, nein, true",
        "Werbung erlaubt, nein, true",
        "Newsletter, abgemeldet, true",
        "Consent, withdrawn, true",
        "lifecycle, STOPALL, true",
        "Kommentar, bitte nicht mehr anschreiben, true",
        "Kommentar, Nicht kontaktieren!, true",
        "Kommentar, bus stop, false",
        "Marketing, ja, false",
        "Accepts Marketing, yes, false",
        "Accepts Marketing, '', false",
        "Accepts Marketing, Northern region, false",
        "City, no, false"
    })
    void knows_a_consent_that_is_not_there(String column, String value, boolean isTold) throws IOException {
        var report = check("phone,\"" + column + "\"\n+12025550100," + value + "\n", rules(DuplicateStrategy.SKIP));

        assertThat(report.stops()).isFalse();
        assertThat(report.found().containsKey("contacts/consent-in-field")).isEqualTo(isTold);
    }

    @ParameterizedTest
    @CsvSource({
        "Kontaktsperre, ja, true",
        "Robinson, ja, true",
        "Sperrvermerk, x, true",
        "Kontaktsperre, nein, false",
        "Robinson, '', false"
    })
    void takes_a_yes_in_a_column_of_people_who_want_no_message_for_an_opt_out(
            String column, String value, boolean isRefused) throws IOException {
        var report = check("phone," + column + "\n+12025550100," + value + "\n", rules(DuplicateStrategy.SKIP));

        assertThat(report.found().containsKey("contacts/opt-out-in-field")).isEqualTo(isRefused);
    }

    @Test
    void says_how_many_rows_hold_a_suppression_label_in_a_column_that_is_ignored() throws IOException {
        var none = rules(DuplicateStrategy.SKIP);
        var ignoring = new ContactRules(
                none.country(),
                none.duplicates(),
                none.labels(),
                none.createLabels(),
                none.suppression(),
                Map.of("Status", ColumnMeaning.IGNORE),
                none.encoding(),
                none.people());

        var report = check(
                "phone,Status,labels\n+12025550100,DNC,\n+12025550101,dnc,\n+12025550102,ok,\n+12025550103,DNC,DNC\n",
                ignoring);

        assertThat(report.stops()).isFalse();
        assertThat(report.findings())
                .filteredOn(finding -> finding.id().equals("contacts/label-ignored"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .isEqualTo("2 rows that hold a suppression label are ignored in column \"Status\""));
    }

    @Test
    void says_nothing_of_other_channels_where_the_consent_is_about_whatsapp() throws IOException {
        var report = check("phone,Accepts WhatsApp\n+12025550100,no\n", rules(DuplicateStrategy.SKIP));

        assertThat(report.findings())
                .filteredOn(finding -> finding.id().equals("contacts/consent-in-field"))
                .hasSize(1)
                .allSatisfy(finding -> assertThat(finding.message()).doesNotContain("email"));
    }

    @Test
    void counts_every_finding_and_keeps_the_first_of_each_rule() throws IOException {
        var rows = IntStream.range(0, 3_000).mapToObj(row -> "n/a").collect(Collectors.joining("\n"));

        var report = check("phone\n" + rows, rules(DuplicateStrategy.SKIP));

        assertThat(report.found()).containsEntry("contacts/number", 3_000);
        assertThat(report.findings()).hasSize(Findings.KEPT);
        assertThat(ContactReportText.of("people.csv", report, DuplicateStrategy.SKIP))
                .endsWith("3,000 findings, 50 shown: contacts/number 3,000\n");
    }

    @Test
    void writes_the_rows_in_one_form_and_only_the_columns_of_the_file() throws IOException {
        var out = new StringWriter();
        var file = "Phone;City;LABELS\n(202) 555-0100;\"Bonn, old\";\"vip, newsletter\"\n";

        try (var writer = new ContactWriter(out)) {
            check(file.getBytes(StandardCharsets.UTF_8), rules(DuplicateStrategy.SKIP, Optional.of("US")), writer);
        }

        assertThat(out.toString().lines())
                .containsExactly("phone,City,labels", "+12025550100,\"Bonn, old\",\"vip,newsletter\"");
    }

    /** Each would be made as a new label, and protect nobody. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "opt out",
                "opted_out",
                "Opted-Out",
                "do not contact",
                "do_not_call",
                "blacklist",
                "Blocklisted",
                "STOP",
                "DNC list",
                "Abgemeldet",
                "Do Not Disturb"
            })
    void a_new_label_that_says_no_is_refused(String label) throws IOException {
        var known = rules(DuplicateStrategy.SKIP);
        var rules = new ContactRules(
                known.country(),
                known.duplicates(),
                known.labels(),
                true,
                known.suppression(),
                known.columns(),
                known.encoding(),
                known.people());

        var report = check("name,phone,labels\nAda Test,+12025550100,\"vip," + label + "\"\n", rules);

        assertThat(report.findings()).extracting(Diagnostic::id).containsExactly("contacts/opt-out-label");
        assertThat(report.findings().get(0).help().orElseThrow()).contains("write \"DNC\"");
    }

    @Test
    void knows_each_number_that_stood_before_and_its_line() {
        long seed = new Random().nextLong();
        System.out.println("ContactCheckerTest: seed " + seed);
        var chance = new Random(seed);
        var index = new NumberIndex();
        var expected = new java.util.HashMap<String, Integer>();

        for (int line = 1; line <= 50_000; line++) {
            var number = "+1202" + (1_000_000 + chance.nextInt(40_000));
            var before = expected.putIfAbsent(number, line);
            assertThat(index.put(number, line).stream().boxed().findFirst()).isEqualTo(Optional.ofNullable(before));
        }
    }

    private static ContactReport check(String file, ContactRules rules) throws IOException {
        return check(file.getBytes(StandardCharsets.UTF_8), rules, UsableRows.UNSEEN);
    }

    private static ContactReport check(byte[] file, ContactRules rules, UsableRows usable) throws IOException {
        return ContactChecker.check(new ContactFile("people.csv", () -> new ByteArrayInputStream(file)), rules, usable);
    }

    private static ContactRules rules(DuplicateStrategy duplicates, String... optedOut) {
        var people = new KnownPeople();
        List.of(optedOut).forEach(number -> people.add(number, List.of("DNC")));
        return new ContactRules(
                Optional.empty(),
                duplicates,
                Optional.of(LABELS),
                false,
                Set.of("DNC"),
                Map.of(),
                Optional.empty(),
                Optional.of(people));
    }

    private static ContactRules rules(DuplicateStrategy duplicates, Optional<String> country) {
        return new ContactRules(
                country,
                duplicates,
                Optional.of(LABELS),
                false,
                Set.of("DNC"),
                Map.of(),
                Optional.empty(),
                Optional.empty());
    }
}
