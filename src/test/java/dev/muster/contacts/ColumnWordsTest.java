package dev.muster.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ColumnWordsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "WhatsApp Number",
                "WhatsAppNumber",
                "whatsapp_number",
                "Whats App",
                "WhatsApp Phone Number",
                "WA number",
                "N\u00famero de WhatsApp",
                "Whatsap"
            })
    void knows_whatsapp_numbers(String column) {
        assertThat(ColumnWords.guess(column)).get().returns(ColumnMeaning.WHATSAPP, ColumnWords.Guess::meaning);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Phone Number",
                "phone_number",
                "PhoneNumber",
                "Mobile Phone Number",
                "Mobile Phone",
                "Phone 1 - Value",
                "Telefon",
                "Tel\u00e9fono",
                "T\u00e9l\u00e9phone",
                "T\u00e9l. mobile",
                "Telefone",
                "Handynummer",
                "Cell",
                "Mobile",
                "\u0422\u0435\u043b\u0435\u0444\u043e\u043d",
                "\u624b\u673a",
                "Phnoe",
                "fone",
                "Telefonnummer",
                "Primary Phone",
                "N\u00famero",
                "Telefono cellulare",
                "Rufnummer"
            })
    void knows_phone_numbers(String column) {
        assertThat(ColumnWords.guess(column)).get().returns(ColumnMeaning.PHONE, ColumnWords.Guess::meaning);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Label",
                "Tags",
                "TAGS",
                "tag",
                "Contact Labels",
                "Lables",
                "Etiketten",
                "Etiquetas",
                "\u00c9tiquettes",
                "Schlagw\u00f6rter",
                "Contact Tag List",
                "\u6807\u7b7e",
                "Groups",
                "Categories",
                "Segment",
                "Group Membership"
            })
    void knows_labels(String column) {
        assertThat(ColumnWords.guess(column)).get().returns(ColumnMeaning.LABELS, ColumnWords.Guess::meaning);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Full Name",
                "full_name",
                "FullName",
                "First Name",
                "Vorname",
                "Nombre",
                "Nom",
                "Pr\u00e9nom",
                "Nome completo",
                "Contact Name",
                "Display Name",
                "\u59d3\u540d",
                "Last Name"
            })
    void knows_names(String column) {
        assertThat(ColumnWords.guess(column)).get().returns(ColumnMeaning.NAME, ColumnWords.Guess::meaning);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "City",
                "Email",
                "Phone 1 - Label",
                "Phone 1 - Type",
                "Business Fax",
                "Company Name",
                "Country Code",
                "Birthday",
                "Plan",
                "Notes",
                "MEMBER_RATING",
                "Lifecycle Stage",
                "Create Date",
                "id",
                "Automobile",
                "Order number",
                "Postal Code",
                "Campaign Name",
                "ad_name",
                "form_id",
                "Language",
                "Score"
            })
    void leaves_other_columns_alone(String column) {
        assertThat(ColumnWords.guess(column)).isEmpty();
        assertThat(ColumnWords.isOptOut(column)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Unsubscribed from all email",
                "UNSUB_TIME",
                "opt-out",
                "Opted out",
                "opt_out",
                "Do Not Contact",
                "DNC",
                "D\u00e9sinscrit",
                "Abgemeldet am",
                "Blocked",
                "SMS opt-out"
            })
    void knows_who_opted_out(String column) {
        assertThat(ColumnWords.isOptOut(column)).isTrue();
    }
}
