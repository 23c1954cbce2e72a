package dev.muster.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.diagnostic.Checked;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.Place;
import dev.muster.model.Label;
import dev.muster.model.LabelId;
import dev.muster.model.LabelName;
import dev.muster.testing.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LabelIndexTest {
    private static final Place PLACE = Place.of("sale.yaml");

    @Test
    void a_name_that_one_label_has_exactly_stands_for_its_id() {
        assertThat(look("vip", "vip", "DNC").value()).contains(Samples.label(1));
    }

    @Test
    void a_name_that_no_label_has_is_an_error() {
        assertThat(error(look("vip", "DNC")))
                .isEqualTo("label/unknown: the workspace has no label \"vip\" (create it in SeaX or correct the name;"
                        + " `muster labels` lists them all)");
    }

    @Test
    void a_name_that_two_labels_have_is_an_error_that_names_both() {
        assertThat(error(look("vip", "vip", "vip")))
                .isEqualTo("label/ambiguous: \"vip\" could be any of 2 labels that look the same: "
                        + Samples.label(1) + ", " + Samples.label(2)
                        + " (rename or merge them in SeaX, so that one is left)");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"VIP", "Vip", " vip", "ｖｉｐ", "\u0475ip"})
    void another_spelling_is_not_the_label(String written) {
        assertThat(look(written, "vip").value()).isEmpty();
    }

    @Test
    void who_writes_another_case_is_told_the_spelling_of_the_label() {
        assertThat(error(look("VIP", "vip"))).contains("it has \"vip\", which is spelt differently");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "BUYER", // another case
                "\u0412uyer", // Cyrillic capital Ve
                "buy\u0435r", // Cyrillic ie
                "bu\u200byer", // a space without width
                "buyer\u200d", // a joiner
                "bu\u00adyer", // a soft hyphen
                "\u202abuyer", // a direction mark
                "buyer ", // a blank at the end
                "ｂｕｙｅｒ" // full width
            })
    void a_twin_that_looks_the_same_makes_the_name_ambiguous(String twin) {
        assertThat(error(look("buyer", "buyer", twin))).startsWith("label/ambiguous");
    }

    @Test
    void composed_and_decomposed_letters_are_one_name() {
        assertThat(look("caf\u00e9", "cafe\u0301").value()).contains(Samples.label(1));
        assertThat(look("cafe\u0301", "caf\u00e9").value()).contains(Samples.label(1));
        assertThat(error(look("caf\u00e9", "caf\u00e9", "cafe\u0301"))).startsWith("label/ambiguous");
    }

    @Test
    void a_comma_is_a_part_of_the_name_and_separates_nothing() {
        assertThat(look("vip, gold", "vip", "gold", "vip, gold").value()).contains(Samples.label(3));
        assertThat(look("vip, gold", "vip", "gold").value()).isEmpty();
    }

    @Test
    void an_accent_makes_another_name() {
        assertThat(look("cafe", "cafe", "caf\u00e9").value()).contains(Samples.label(1));
    }

    @Test
    void where_labels_cannot_be_listed_the_help_points_to_the_project_file() {
        var book = new LabelIndex(List.of(), false);

        assertThat(error(book.id(new LabelName("vip"), PLACE)))
                .isEqualTo("label/unknown: this API cannot list labels, so the id of \"vip\" is not known"
                        + " (write it under `labels` of the workspace)");
    }

    @Test
    void an_id_is_shown_by_its_name_and_a_foreign_one_as_it_is() {
        var book = book("vip");

        assertThat(book.name(Samples.label(1))).isEqualTo("vip");
        assertThat(book.name(Samples.label(7))).isEqualTo(Samples.label(7).value());
    }

    @Test
    void only_seaxs_own_duplicate_says_nothing_about_the_person() {
        var own = new Label(Samples.label(1), new LabelName("duplicate"), true, OptionalInt.empty());
        var written = new Label(Samples.label(2), new LabelName("duplicate"), false, OptionalInt.empty());
        var dnc = new Label(Samples.label(3), new LabelName("DNC"), true, OptionalInt.empty());
        var book = new LabelIndex(List.of(own, written, dnc), true);

        assertThat(List.of(own, written, dnc))
                .extracting(label -> book.isAboutPeople(label.id()))
                .containsExactly(false, true, true);
    }

    private static Checked<LabelId> look(String written, String... names) {
        return book(names).id(new LabelName(written), PLACE);
    }

    private static LabelIndex book(String... names) {
        var labels = new ArrayList<Label>();
        for (var name : names) {
            labels.add(new Label(Samples.label(labels.size() + 1), new LabelName(name), false, OptionalInt.empty()));
        }
        return new LabelIndex(labels, true);
    }

    private static String error(Checked<LabelId> answer) {
        assertThat(answer.value()).isEmpty();
        assertThat(answer.diagnostics()).hasSize(1).allMatch(Diagnostic::stops);
        var finding = answer.diagnostics().get(0);
        return finding.id() + ": " + finding.message() + " (" + finding.help().orElse("") + ")";
    }
}
