package dev.muster.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.check.Folder;
import dev.muster.diagnostic.AudienceRule;
import dev.muster.diagnostic.Place;
import dev.muster.diagnostic.ScheduleRule;
import dev.muster.report.text.FindingsText;
import java.nio.file.Path;
import java.util.List;
import org.approvaltests.Approvals;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FindingsTest {
    private static final String LINE = "name: " + "x".repeat(80) + " here " + "y".repeat(80);

    @Test
    void puts_the_caret_under_the_place_behind_tabs_wide_and_invisible_characters() {
        assertThat(caretOf("\tname: 旗 \u0007e\u0301 here", "here")).isEqualTo("here");
    }

    @Test
    void cuts_a_long_line_around_the_caret() {
        assertThat(caretOf(LINE, "here")).isEqualTo("here");
        assertThat(excerpt(LINE, LINE.indexOf("here")).get(0))
                .hasSizeLessThan(112)
                .contains("…");
        assertThat(excerpt("🎉".repeat(500), 600).get(0)).hasSizeLessThan(250);
    }

    @Test
    void lets_nothing_that_a_user_wrote_steer_the_terminal() {
        var place = new Place("a\u001b[2J.yaml", 1, 3, "\u001b]0;owned\u0007 \u202e \u009b31m");
        var text = FindingsText.one(AudienceRule.NOBODY.at(place, "m\u001b[31m", "h\r\n::error::"));

        assertThat(text.chars().filter(c -> c != '\n')).noneMatch(c -> Character.isISOControl(c) || c == 0x202E);
    }

    @Test
    void counts_the_worst_first_and_accepted_dangers_apart() {
        var danger = AudienceRule.UNVERIFIED.at(Place.NOWHERE, "danger", "help");
        var error = AudienceRule.NOBODY.at(Place.NOWHERE, "error", "help");
        var note = ScheduleRule.NIGHT.at(Place.NOWHERE, "note", "help");

        assertThat(FindingsText.summary(List.of(note, danger, danger.acknowledge("why"), error, error)))
                .isEqualTo("2 errors, 1 danger, 1 danger (accepted), 1 note");
        assertThat(FindingsText.summary(List.of())).isEqualTo("no findings");
    }

    @Test
    void shows_an_accepted_danger_with_its_reason() {
        Approvals.verify(FindingsText.of(Folder.at(Path.of("campaigns")).diagnostics()));
    }

    @Test
    void writes_findings_for_programs() {
        Approvals.verify(FindingsJson.of(Folder.at(Path.of("campaigns")).diagnostics()));
    }

    @Test
    void succeeds_for_programs_exactly_when_nothing_stops() {
        var error = AudienceRule.NOBODY.at(Place.NOWHERE, "error", "help");

        assertThat(FindingsJson.tree(List.of(error)).get("success").asBoolean()).isFalse();
        assertThat(FindingsJson.tree(List.of()).get("success").asBoolean()).isTrue();
    }

    private static List<String> excerpt(String line, int index) {
        return SourceExcerpt.of(new Place("a.yaml", 1, index + 1, line));
    }

    /** The word of the shown line that begins above the caret; wide characters take two columns, combining ones none. */
    private static String caretOf(String line, String word) {
        var excerpt = excerpt(line, line.indexOf(word));
        var shown = excerpt.get(0).replace("旗", "旗.").replace("\u0301", "");
        return shown.substring(excerpt.get(1).indexOf('^')).split(" ", 2)[0];
    }
}
