package dev.muster.sandbox.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.sandbox.http.RunningSandbox;
import dev.muster.sandbox.world.ServerVariant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ImportTest extends RunningSandbox {
    private static final String FIRST = "name,phone,labels,city\nAda Test,+1 (555) 010-0190,\"vip, tasters\",Bonn\n";
    private static final String AGAIN = "name,phone,labels,city\nAda New,+15550100190,newsletter,Rome\n";

    @BeforeEach
    void importOnce() throws Exception {
        client.upload("import_contacts", FIRST);
    }

    @Test
    void brings_names_numbers_fields_and_labels() throws Exception {
        var row = found().get(0);

        assertThat(row).isEqualTo("Ada Test +15550100190 {\"city\":\"Bonn\"} [vip, tasters]");
    }

    @Test
    void marks_a_second_row_of_a_number_as_duplicate() throws Exception {
        client.upload("import_contacts?duplicate_strategy=mark", AGAIN);

        assertThat(found())
                .containsExactly(
                        "Ada New +15550100190 {\"city\":\"Rome\"} [newsletter, duplicate]",
                        "Ada Test +15550100190 {\"city\":\"Bonn\"} [vip, tasters]");
    }

    @Test
    void skips_a_number_that_is_there() throws Exception {
        client.upload("import_contacts?duplicate_strategy=skip", AGAIN);

        assertThat(found()).containsExactly("Ada Test +15550100190 {\"city\":\"Bonn\"} [vip, tasters]");
    }

    @Test
    void updates_a_number_that_is_there_and_keeps_its_labels() throws Exception {
        client.upload("import_contacts?duplicate_strategy=update", AGAIN);

        assertThat(found()).containsExactly("Ada New +15550100190 {\"city\":\"Rome\"} [vip, newsletter, tasters]");
    }

    @Test
    void replaces_a_number_with_its_labels_under_the_vendors_document() throws Exception {
        with(ServerVariant.Dialect.OPENAPI);
        client.upload("import_contacts?duplicate_strategy=replace", AGAIN);

        assertThat(found()).containsExactly("Ada New +15550100190 {\"city\":\"Rome\"} [newsletter]");
    }

    @Test
    void gives_numbers_without_a_country_the_one_that_was_asked() throws Exception {
        client.upload("import_contacts?phone_country=GB", "name,phone\nBea Test,07700 900999\nNo Number,n/a\n");

        assertThat(client.get("contacts?keyword=bea%20test").column("phone")).containsExactly("+447700900999");
        assertThat(client.get("contacts").total()).isEqualTo(3_202);
    }

    private List<String> found() throws Exception {
        return client.get("contacts?whatsapp_phone=%2B15550100190").data().stream()
                .map(row ->
                        row.path("name").asString() + " " + row.path("phone").asString() + " "
                                + row.path("contact_field_data")
                                + " "
                                + row.path("contact_labels").values().stream()
                                        .map(label -> label.path("name").asString())
                                        .toList())
                .toList();
    }
}
