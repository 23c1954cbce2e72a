package dev.muster.report.html;

import static dev.muster.testing.Records.AT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.diagnostic.Characters;
import dev.muster.model.Message;
import dev.muster.testing.Definition;
import dev.muster.testing.FakeWorkspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.approvaltests.Approvals;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** A plan as a page: what it says and draws, that nothing from outside becomes markup, and that it stays small. */
@Tag("slow")
@DisplayNameGeneration(ReplaceUnderscores.class)
class PlanHtmlTest {
    /** Whatever else stands in a page was put there by a text from outside. */
    private static final Set<String> ELEMENTS = Set.of(
            "html",
            "head",
            "meta",
            "title",
            "style",
            "body",
            "a",
            "header",
            "main",
            "footer",
            "nav",
            "section",
            "article",
            "h1",
            "h2",
            "h3",
            "p",
            "ul",
            "li",
            "dl",
            "dt",
            "dd",
            "div",
            "span",
            "strong",
            "em",
            "s",
            "code",
            "ins",
            "del",
            "details",
            "summary",
            "figure",
            "figcaption",
            "table",
            "caption",
            "thead",
            "tbody",
            "tr",
            "th",
            "td",
            "svg",
            "desc",
            "rect",
            "text");

    private static final Set<String> ATTRIBUTES = Set.of(
            "lang",
            "charset",
            "http-equiv",
            "content",
            "name",
            "class",
            "id",
            "href",
            "tabindex",
            "role",
            "scope",
            "open",
            "aria-label",
            "aria-labelledby",
            "aria-hidden",
            "x",
            "y",
            "width",
            "height",
            "rx",
            "text-anchor");

    @Test
    void shows_the_figures_of_a_plan() {
        Approvals.verify(Outline.of(SamplePages.rich()));
    }

    @Test
    void is_one_page_of_html() {
        Approvals.verify(
                SamplePages.small(),
                new org.approvaltests.core.Options().forFile().withExtension(".html"));
    }

    @Test
    void the_same_plan_gives_the_same_page() {
        assertThat(SamplePages.rich()).isEqualTo(SamplePages.rich());
    }

    @Test
    void headings_follow_each_other_and_ids_are_unique() {
        var elements = Outline.elements(Outline.document(SamplePages.rich()));
        var levels = elements.stream()
                .map(Element::getTagName)
                .filter(name -> name.matches("h[1-6]"))
                .map(name -> name.charAt(1) - '0')
                .toList();
        var ids = elements.stream()
                .map(one -> one.getAttribute("id"))
                .filter(id -> !id.isEmpty())
                .toList();

        assertThat(levels).startsWith(1).containsOnlyOnce(1);
        assertThat(IntStream.range(1, levels.size())).allMatch(i -> levels.get(i) <= levels.get(i - 1) + 1);
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(elements.stream().filter(one -> one.hasAttribute("href")).map(one -> one.getAttribute("href")))
                .allMatch(href -> ids.contains(href.substring(1)));
    }

    @Test
    void tables_have_captions_and_every_heading_has_a_scope() {
        var elements = Outline.elements(Outline.document(SamplePages.rich()));

        assertThat(elements)
                .filteredOn(one -> one.getTagName().equals("table"))
                .isNotEmpty()
                .allMatch(table -> table.getElementsByTagName("caption").getLength() == 1);
        assertThat(elements)
                .filteredOn(one -> one.getTagName().equals("th"))
                .allMatch(one -> one.hasAttribute("scope"));
        assertThat(elements)
                .filteredOn(one -> one.getTagName().equals("svg"))
                .allMatch(svg -> svg.getAttribute("role").equals("img")
                        && svg.getElementsByTagName("title").getLength() == 1);
    }

    static Stream<String> pages() {
        return IntStream.range(0, (Payloads.ALL.size() + 19) / 20)
                .mapToObj(page ->
                        hostile(Payloads.ALL.subList(20 * page, Math.min(20 * page + 20, Payloads.ALL.size()))));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void nothing_from_outside_becomes_markup(String page) {
        requireOurs(page);
    }

    /** There is no markup but what our templates and drawings write. */
    static void requireOurs(String page) {
        for (var element : Outline.elements(Outline.document(page))) {
            assertThat(ELEMENTS).contains(element.getTagName());
            attributes(element).forEach(attribute -> {
                assertThat(ATTRIBUTES).contains(attribute.getName());
                if (attribute.getName().equals("href")) {
                    assertThat(attribute.getValue()).matches("#[a-z0-9]+");
                }
            });
        }
    }

    @Test
    void what_tried_to_be_markup_can_be_read() {
        var text = pages().map(
                        page -> Outline.document(page).getDocumentElement().getTextContent())
                .collect(Collectors.joining());

        assertThat(Payloads.ALL)
                .hasSizeGreaterThanOrEqualTo(60)
                .allSatisfy(payload -> assertThat(text).contains(Characters.visible(payload)));
        assertThat(text.codePoints()).noneMatch(c -> c != '\n' && c != 0x200D && c != 0xFE0F && Characters.isUnsafe(c));
    }

    /** Where the page is printed, a pipeline's runner reads along. */
    @Test
    void no_line_is_a_command_to_a_runner() {
        assertThat(pages())
                .noneMatch(page -> page.contains("##[")
                        || page.lines().anyMatch(line -> line.strip().startsWith("::")));
    }

    @Test
    void no_template_takes_text_as_markup() throws IOException {
        try (var templates = Files.list(Path.of("src/main/jte"))) {
            assertThat(templates
                            .filter(file -> file.toString().endsWith(".jte"))
                            .map(PlanHtmlTest::content))
                    .hasSizeGreaterThan(5)
                    .allMatch(text -> !text.contains("$unsafe")
                            && !text.toLowerCase(Locale.ROOT).contains("<script"));
        }
    }

    @Test
    void thousands_of_campaigns_stay_a_page_that_opens() {
        var world = new FakeWorkspace()
                .phone("Sales Line", "+15550100100")
                .label("everyone")
                .systemLabel("DNC");
        IntStream.range(0, 20).forEach(i -> world.contact("+1555010" + (1000 + i), "everyone"));
        var campaigns = IntStream.range(0, 2_000)
                .mapToObj(i -> Definition.of("campaign-%05d/1".formatted(i))
                        .any("everyone")
                        .starting(AT.plus(Duration.ofHours(24 + i % 140)))
                        .campaign())
                .toList();

        var page = PlanHtml.of(
                SamplePages.subject(SamplePages.plan(world, campaigns), Optional.empty(), Optional.empty()));

        assertThat(page.length()).isLessThan(600_000);
        assertThat(page)
                .contains("40,000 messages to 20 people")
                .contains("And 1,700 more campaigns")
                .contains("And 1,960 more campaigns")
                .contains("1,988 more that are not shown");
    }

    @Test
    void an_offline_plan_says_that_nobody_was_counted() {
        var plan = SamplePages.richPlan();
        var offline = new dev.muster.plan.Plan(
                plan.workspace(),
                plan.lineage(),
                plan.serial(),
                plan.at(),
                true,
                plan.policy(),
                List.of(),
                plan.crowd(),
                List.of());

        assertThat(Outline.of(PlanHtml.of(SamplePages.subject(offline, Optional.empty(), Optional.empty()))))
                .contains("# Planned offline: nobody was counted")
                .doesNotContain("muster apply");
    }

    /** Each payload wherever a text from outside is shown. */
    static String hostile(List<String> payloads) {
        var world = new FakeWorkspace().systemLabel("DNC").label("fine").contact("+15550100002", "fine");
        var campaigns = new ArrayList<dev.muster.model.Campaign>();
        for (int i = 0; i < payloads.size(); i++) {
            var text = payloads.get(i);
            world.phone(text, "+1555010%04d".formatted(200 + i)).label(text).contact("+15550100001", text);
            campaigns.add(Definition.of("payload-%02d/1".formatted(i))
                    .named(text)
                    .from(text)
                    .any(text)
                    .exclude(payloads.get((i + 1) % payloads.size()))
                    .attaching(text)
                    .saying(new Message(
                            text,
                            List.of(text),
                            true,
                            Optional.of(new Message.Template(text, text)),
                            Map.of("name", text)))
                    .campaign());
        }
        return PlanHtml.of(SamplePages.subject(
                SamplePages.plan(world, campaigns),
                Optional.of(SamplePages.base()),
                Optional.of(SamplePages.nights())));
    }

    private static Stream<Attr> attributes(Element element) {
        var attributes = element.getAttributes();
        return IntStream.range(0, attributes.getLength()).mapToObj(i -> (Attr) attributes.item(i));
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
