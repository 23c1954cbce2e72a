package dev.muster.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as spreadsheets and address books write them: each is read as its program meant it, or refused with a reason. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CsvShapesTest {
    private final List<ContactLine> rows = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name,phone,labels\r\nAda,+12025550100,vip\r\n",
                "name;phone;labels\r\nAda;+12025550100;vip\r\n",
                "name|phone|labels\nAda|+12025550100|vip",
                "sep=;\r\nname;phone;labels\r\nAda;+12025550100;vip\r\n",
                "SEP=,\nname,phone,labels\nAda,+12025550100,vip\n",
                "\"sep=;\"\r\nname;phone;labels\r\nAda;+12025550100;vip\r\n",
                "sep=;;;\nname;phone;labels\nAda;+12025550100;vip\n",
                "sep=\t\nname\tphone\tlabels\nAda\t+12025550100\tvip\n",
                "sep=^\nname^phone^labels\nAda^+12025550100^vip\n",
                "name,phone,labels\rAda,+12025550100,vip\r",
                "name,phone,labels,notes\rAda,+12025550100,vip,a;b;c;d;e;f;g\r",
                "\"name\",\"phone\",\"labels\",\"a; b; c; d; e\"\nAda,+12025550100,vip,\n",
                "name;phone;labels;\"street, number, floor, door, code\"\nAda;+12025550100;vip;\n",
                "name;phone;labels;street, number, floor, door, code\nAda;+12025550100;vip;\n",
                "name,phone,labels,\"two\nlines; of; one; header\"\nAda,+12025550100,vip,\n",
                "name,phone,labels,,,\nAda,+12025550100,vip,,,\n",
                "name,phone,labels,city,street\nAda,+12025550100,vip\n",
                "name,phone,labels\nAda,+12025550100,vip,,,,\n",
                "\n\n,,\nname,phone,labels\n,,\nAda,+12025550100,vip\n,,\n",
                "name,phone,labels\nAda,p:+12025550100,vip\n",
                "name,phone,labels\nAda,+12025550100,* myContacts ::: vip\n",
                "name,phone,labels\nAda,+12025550100,\"\"\"vip\"\"\"\n",
                "name,phone,labels\n\ufeffAda\u00a0,\u00a0+12025550100,vip\u202f\n",
                "\"name\";\"phone\";\"labels\"\n\"Ada\";\"+12025550100\";\"vip\"\n"
            })
    void reads_a_file_as_its_program_wrote_it(String file) throws IOException {
        for (var charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            for (var mark : List.of("", "\ufeff")) {
                rows.clear();

                var report = check((mark + file).getBytes(charset), Optional.empty());

                assertThat(report.findings()).as(charset + ": " + file).isEmpty();
                assertThat(rows).singleElement().satisfies(row -> {
                    assertThat(row.name()).isEqualTo("Ada");
                    assertThat(row.phone()).contains("+12025550100");
                    assertThat(row.labels()).containsExactly("vip");
                });
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "name,phone,labels\\nAda,+12025550100,vip,more~contacts/row-length~2",
                "name,phone,,city\\nAda,+12025550100,x,Bonn~contacts/column-name~2",
                "name,phone,labels\\nAda,+12025550100,vip\\nBea,+12025550101~contacts/row-length~3",
                "sep=;\\nname;phone\\nAda;nobody~contacts/number~3",
                "name,phone\\rAda,nobody~contacts/number~2",
                "name,phone\\r\\n\"A\\r\\nB\",nobody~contacts/number~3",
                "name,phone,labels\\nAda,+12025550100\\nBea,+12025550101,vip~contacts/short-row~2",
                "\"A\",\"+12025550100\"\\n\"x~contacts/no-number-column~1",
                "name,phone\\n\"Ada,+12025550100\\n~contacts/quotes~2",
                "name,phone\\n~contacts/no-rows~1",
                "name,phone\\n,,\\n~contacts/no-rows~1",
                "name,phone\\nAda,+12025550100\\nname,phone\\nBea,+12025550101~contacts/header-twice~3",
                "name,phone,City,city\\nAda,+12025550100,a,b~contacts/column-twice~1",
                "name,phone,Mobile\\nAda,+12025550100,~contacts/likely-column~1",
                "name,phone\\nAda,+12025550100 ::: +12025550101\\n~contacts/number~2",
                "name,phone\\nbit.ly/win,+12025550100\\n~contacts/link-in-name~2",
                "name,phone,labels\\nAda,+12025550100,vip ::: * someGroup\\n~contacts/unknown-label~2",
                "\\n\\n~contacts/empty~1"
            })
    void names_what_is_wrong_and_its_line(String file, String rule, int line) throws IOException {
        var report = check(
                file.replace("\\n", "\n").replace("\\r", "\r").getBytes(StandardCharsets.UTF_8), Optional.empty());

        assertThat(report.found()).containsKey(rule);
        assertThat(report.findings())
                .filteredOn(finding -> finding.id().equals(rule))
                .first()
                .satisfies(finding -> assertThat(finding.place().line()).isEqualTo(line));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PK\u0003\u0004", "%PDF-1.7", "<html>", "BEGIN:VCARD", "[{\"a\":1}]", "\ufeff<table>"})
    void says_when_a_file_is_no_csv_file(String start) throws IOException {
        var report = check((start + "\nphone\n+12025550100\n").getBytes(StandardCharsets.UTF_8), Optional.empty());

        assertThat(report.found()).containsOnlyKeys("contacts/not-csv");
        assertThat(report.stops()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "ISO-8859-15", "x-MacRoman", "Shift_JIS"})
    void reads_an_older_encoding_only_when_it_is_named(String encoding) throws IOException {
        var name = encoding.equals("Shift_JIS") ? "\u3042\u3044" : "Jos\u00e9";
        var file = ("name,phone\n" + name + ",+12025550100\n").getBytes(Charset.forName(encoding));

        assertThat(check(file, Optional.empty()).found()).containsKey("contacts/encoding");
        rows.clear();
        assertThat(check(file, Optional.of(Charset.forName(encoding))).findings())
                .isEmpty();
        assertThat(rows).singleElement().satisfies(row -> assertThat(row.name()).isEqualTo(name));
    }

    @Test
    void refuses_what_a_program_could_not_read_and_shows_what_was_read_wrongly() throws IOException {
        var file =
                "name,phone,labels\nJos\ufffd,+12025550100,\nZo\u00c3\u00ab,+12025550101,caf\u00c3\u00a9\nZo\u00eb,+12025550102,\n"
                        .getBytes(StandardCharsets.UTF_8);

        var findings = check(file, Optional.empty()).findings();

        assertThat(findings)
                .extracting(finding -> finding.place() + " " + finding.id())
                .containsExactly(
                        "people.csv:2:1 contacts/lost-character",
                        "people.csv:3:1 contacts/wrong-encoding",
                        "people.csv:3:19 contacts/unknown-label",
                        "people.csv:3:19 contacts/wrong-encoding");
        assertThat(findings.get(1).message())
                .contains("\"\u00c3\u00ab\", which was probably \"\u00eb\"")
                .doesNotContain("Zo");
        assertThat(rows).extracting(ContactLine::name).containsExactly("Zo\u00eb");
    }

    @Test
    void takes_names_with_the_joiners_of_their_script_or_emoji() throws IOException {
        var names = "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\n\u2764\ufe0f\n\u0dc1\u0dca\u200d\u0dbb\u0dd3\n"
                .split("\n");
        var file = new StringBuilder("name,phone\n");
        for (int i = 0; i < names.length; i++) {
            file.append(names[i]).append(",+1202555010").append(i).append('\n');
        }

        assertThat(check(file.toString().getBytes(StandardCharsets.UTF_8), Optional.empty())
                        .findings())
                .isEmpty();
        assertThat(rows).extracting(ContactLine::name).containsExactly(names);
    }

    @Test
    void a_byte_order_mark_counts_more_than_a_named_encoding() throws IOException {
        var file = "\ufeffname,phone\nJos\u00e9,+12025550100\n".getBytes(StandardCharsets.UTF_8);

        assertThat(check(file, Optional.of(StandardCharsets.ISO_8859_1)).findings())
                .isEmpty();
        assertThat(rows.get(0).name()).isEqualTo("Jos\u00e9");
    }

    @Test
    void finds_the_line_of_a_wrong_byte_when_only_carriage_returns_end_lines() throws IOException {
        var file = "name,phone\rAda,+12025550100\rJos\u00e9,+12025550101\r".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(check(file, Optional.empty()).findings())
                .first()
                .satisfies(finding -> assertThat(finding.place()).hasToString("people.csv:3:4"));
    }

    @Test
    void takes_line_breaks_in_fields_for_text_and_in_names_for_a_mistake() throws IOException {
        var report = check(
                "name,phone,address\nAda,+12025550100,\"Hauptstr. 1\r\n53111 Bonn\"\n\"B\nC\",+12025550101,x\n"
                        .getBytes(StandardCharsets.UTF_8),
                Optional.empty());

        assertThat(report.found()).containsOnlyKeys("contacts/line-break").containsEntry("contacts/line-break", 2);
        assertThat(rows)
                .singleElement()
                .satisfies(row -> assertThat(row.fields()).containsEntry("address", "Hauptstr. 1\r\n53111 Bonn"));
    }

    private ContactReport check(byte[] file, Optional<Charset> encoding) throws IOException {
        var rules = new ContactRules(
                Optional.empty(),
                DuplicateStrategy.SKIP,
                Optional.of(Set.of("vip", "DNC")),
                false,
                Set.of("DNC"),
                Map.of(),
                encoding,
                Optional.empty());
        return ContactChecker.check(
                new ContactFile("people.csv", () -> new ByteArrayInputStream(file)), rules, usable());
    }

    private UsableRows usable() {
        return new UsableRows() {
            @Override
            public void begin(List<String> columns) {}

            @Override
            public void row(ContactLine line) {
                rows.add(line);
            }
        };
    }
}
