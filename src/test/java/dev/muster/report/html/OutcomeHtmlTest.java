package dev.muster.report.html;

import static dev.muster.testing.Records.AT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.diagnostic.Characters;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.approvaltests.Approvals;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A report as a page: its figures, and that nothing from outside becomes markup. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OutcomeHtmlTest {
    @Test
    void shows_what_became_of_campaigns() {
        Approvals.verify(Outline.of(SampleOutcomes.rich()));
    }

    @Test
    void ids_are_unique_and_links_lead_somewhere() {
        var elements = Outline.elements(Outline.document(SampleOutcomes.rich()));
        var ids = elements.stream()
                .map(one -> one.getAttribute("id"))
                .filter(id -> !id.isEmpty())
                .toList();
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(elements.stream().filter(one -> one.hasAttribute("href")).map(one -> one.getAttribute("href")))
                .allMatch(href -> ids.contains(href.substring(1)));
    }

    @Test
    void nothing_sent_is_said() {
        var page = OutcomeHtml.of(
                new OutcomeHtml.Subject(List.of(), List.of(), 0, "sandbox", AT, OptionalDouble.empty(), "0.1.0"));
        assertThat(Outline.of(page)).contains("# Nothing was sent yet");
    }

    static Stream<List<String>> payloads() {
        return IntStream.range(0, (Payloads.ALL.size() + 19) / 20)
                .mapToObj(i -> Payloads.ALL.subList(20 * i, Math.min(20 * i + 20, Payloads.ALL.size())));
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void nothing_from_outside_becomes_markup_and_all_of_it_can_be_read(List<String> texts) {
        var page = SampleOutcomes.hostile(texts);

        PlanHtmlTest.requireOurs(page);

        var read = Outline.document(page).getDocumentElement().getTextContent();
        assertThat(texts).allSatisfy(text -> assertThat(read).contains(Characters.visible(text)));
        assertThat(read.codePoints()).noneMatch(c -> c != '\n' && c != 0x200D && c != 0xFE0F && Characters.isUnsafe(c));
    }
}
