package dev.muster.report.json;

import static dev.muster.testing.Records.AT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.apply.ApplyReport;
import dev.muster.apply.ApplyResult;
import dev.muster.model.Campaign;
import dev.muster.model.RemoteId;
import dev.muster.outcome.LogCounter;
import dev.muster.outcome.Outcome;
import dev.muster.outcome.SendProgress;
import dev.muster.plan.Plan;
import dev.muster.plan.approval.SavedPlan;
import dev.muster.report.Numbers;
import dev.muster.report.Sinks;
import dev.muster.report.html.PlanHtml;
import dev.muster.report.markdown.ApplyMarkdown;
import dev.muster.report.markdown.Comment;
import dev.muster.report.markdown.OutcomeMarkdown;
import dev.muster.report.markdown.PlanMarkdown;
import dev.muster.report.text.RunAudienceText;
import dev.muster.testing.ApplyHarness;
import dev.muster.testing.Definition;
import dev.muster.testing.FakeWorkspace;
import dev.muster.testing.HandClock;
import dev.muster.testing.LogRows;
import dev.muster.testing.MemoryLockStore;
import dev.muster.testing.Records;
import dev.muster.testing.Worlds;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * The plan of thousands of campaigns to the same people, the last few of them blocked: what is written for people stays
 * short, shows what needs a person, and says how much of what it left out.
 */
@Tag("slow")
@DisplayNameGeneration(ReplaceUnderscores.class)
class LargePlanTest {
    private static final int CAMPAIGNS = 3_000;
    private static final int BLOCKED = 50;
    private static final Plan PLAN = plan();

    /** The table ends before the blocked ones in the order of keys; they are there all the same. */
    @Test
    void a_comment_shows_what_is_blocked_and_counts_the_rest() {
        var comment = PlanMarkdown.of(PLAN, Optional.empty());
        var rows = comment.lines().filter(row -> row.startsWith("| `")).toList();

        assertThat(comment).hasSizeLessThanOrEqualTo(Comment.BUDGET);
        assertThat(rows.stream().map(row -> row.split("`", -1)[3]))
                .hasSizeGreaterThan(BLOCKED + 50)
                .isSorted();
        assertThat(rows).filteredOn(row -> row.contains("`z-blocked-")).hasSize(BLOCKED);
        assertThat(comment)
                .contains(
                        "3,050 campaigns: 3,000 will be sent, 50 blocked. The table has " + Numbers.of(rows.size())
                                + " of 3,050 rows, blocked ones first.",
                        "| | and " + Numbers.of(3_050 - rows.size()) + " more: " + Numbers.of(3_050 - rows.size())
                                + " will be sent | | | | |\n",
                        "- and 40 more: 40 errors",
                        "details shown, the biggest left out first, blocked ones last.");
        assertThat(comment.lines().filter(line -> line.startsWith("<details><summary><code>z-blocked-")))
                .hasSize(BLOCKED);
    }

    @Test
    void a_page_stays_small_and_counts_what_it_left_out() {
        var page = PlanHtml.of(new PlanHtml.Subject(PLAN, Optional.empty(), Optional.empty(), "0.1.0"));

        assertThat(page)
                .hasSizeLessThan(600_000)
                .contains(
                        "3,050 campaigns: 3,000 will be sent, 50 blocked",
                        "And 10 more findings (10 errors): they are in the plan as text or JSON.",
                        "And 2,750 more campaigns (2,750 will be sent): they are in the plan as text or JSON.",
                        "And 3,010 more campaigns (10 blocked, 3,000 will be sent): they are not shown here",
                        "z-blocked-49");
    }

    /** Three thousand campaigns to one audience are four and a half million pairs. */
    @Test
    void a_document_lists_the_first_pairs_and_counts_all() {
        var document = JsonMapper.shared().readTree(Sinks.json(PLAN));

        assertThat(document.path("campaigns")).hasSize(3_050);
        assertThat(document.at("/plan/sends")).hasSize(3_000);
        assertThat(document.path("overlaps")).hasSize(CrowdJson.MOST_PAIRS);
        assertThat(document.path("overlaps_total").asLong()).isEqualTo(3_000L * 2_999 / 2);
        assertThat(document.at("/overlaps/0/other").asString()).isEqualTo("campaign-0001/1");
        assertThat(document.at("/overlaps/9999/people").asInt()).isEqualTo(2);
    }

    /** It would be three megabytes at once otherwise. */
    @Test
    void a_document_is_handed_on_in_pieces() {
        var longest = new LongestPiece();

        PlanJson.write(PLAN, SavedPlan.of(PLAN, List.of(), "0.1.0", ApplyHarness.GAUGE), Optional.empty(), longest);

        assertThat(longest.whole.toString()).isEqualTo(Sinks.json(PLAN)).hasSizeGreaterThan(3_000_000);
        assertThat(longest.length).isBetween(1, 20_000);
    }

    /** A terminal is not a place to read three thousand numbers in a row. */
    @Test
    void the_people_of_thousands_of_campaigns_are_a_few_lines() {
        assertThat(RunAudienceText.rows(PLAN))
                .hasSizeLessThan(15)
                .anySatisfy(row -> assertThat(row.value()).isEqualTo("and 4,498,490 more"));
    }

    /** Fifteen people, of whom the first gets one message, the second two, and so on. */
    @Test
    void many_different_numbers_of_messages_end_with_the_largest() {
        var world = new FakeWorkspace().phone("Sales Line", "+15550100100").label("DNC");
        IntStream.range(0, 15).forEach(i -> world.label("label_" + i));
        IntStream.range(0, 15).forEach(i -> world.contact("+155501000" + (10 + i), labels(i)));
        var campaigns = IntStream.range(0, 15)
                .mapToObj(i ->
                        Definition.of("c-" + (10 + i) + "/1").any("label_" + i).campaign())
                .toList();

        var rows = RunAudienceText.rows(plan(world, campaigns));

        assertThat(rows.get(rows.size() - 1).value())
                .startsWith("1 person gets 1 message, 1 person gets 2 messages, ")
                .endsWith("1 person gets 11 messages, 4 people get more than that, up to 15 messages");
    }

    private static String[] labels(int last) {
        return IntStream.rangeClosed(0, last).mapToObj(i -> "label_" + i).toArray(String[]::new);
    }

    /** What must be looked at is not lost among thousands of rows, and no cut is silent. */
    @Test
    void what_an_apply_did_is_cut_in_the_same_way() {
        var sent = IntStream.range(0, 3_000).mapToObj(i -> (ApplyResult) new ApplyResult.Sent(
                Records.identity("campaign-" + i + "/1"), new RemoteId("campaign_" + i), 2, List.of()));
        var doubt = Stream.of((ApplyResult) new ApplyResult.InDoubt(Records.identity("z-doubt/1"), "no answer"));
        var effects = Stream.concat(sent, doubt).toList();
        var alarms = IntStream.range(0, 30).mapToObj(i -> "alarm " + i).toList();

        var comment = new ApplyMarkdown(PLAN, List.of(), List.of()).summary(new ApplyReport(effects, false), alarms, 5);

        assertThat(comment)
                .hasSizeLessThanOrEqualTo(Comment.BUDGET)
                .contains("| `?` | `z-doubt` | **may have been sent:** `no answer`", "3,000 campaigns created")
                .containsPattern("and ([0-9,]+) more: \\1 created \\| \\| \\|")
                .contains("alarm 18", "- and 11 more, which the log of the run has")
                .doesNotContain("alarm 19");
    }

    @Test
    void a_report_says_which_campaigns_it_is_not_about() {
        var outcomes = Collections.nCopies(200, outcome());

        var report = OutcomeMarkdown.of(outcomes, List.of(), 9_800, "production", AT);

        assertThat(report)
                .hasSizeLessThanOrEqualTo(65_536)
                .contains("9,800 earlier campaigns are left out; name the ones to see.")
                .containsPattern("_Details of [0-9]+ of 200 campaigns; `muster report KEY` shows those of one._");
        assertThat(OutcomeMarkdown.of(outcomes.subList(0, 1), List.of(), 0, "production", AT))
                .doesNotContain("left out", "_Details of");
        assertThat(JsonMapper.shared()
                        .readTree(OutcomeJson.of(outcomes, List.of(), 9_800, AT, OptionalDouble.empty(), true))
                        .path("campaigns_left_out")
                        .asInt())
                .isEqualTo(9_800);
    }

    private static Outcome outcome() {
        var log = new LogCounter();
        IntStream.range(0, 5).forEach(i -> log.take(LogRows.failed("f" + i, 131026)));
        return new Outcome(
                new SendProgress(Records.confirmed("sale/1"), Optional.empty(), Optional.empty()),
                Optional.of(log.counted()));
    }

    private static final class LongestPiece extends Writer {
        private final StringWriter whole = new StringWriter();
        private int length;

        @Override
        public void write(char[] characters, int offset, int count) {
            length = Math.max(length, count);
            whole.write(characters, offset, count);
        }

        @Override
        public void flush() throws IOException {
            whole.flush();
        }

        @Override
        public void close() throws IOException {
            throw new IOException("a writer that is lent is not closed");
        }
    }

    private static Plan plan() {
        var campaigns = Stream.concat(
                        IntStream.range(0, CAMPAIGNS)
                                .mapToObj(i -> Definition.of(String.format(Locale.ROOT, "campaign-%04d/1", i))
                                        .saying("Text number " + i % 20)
                                        .campaign()),
                        IntStream.range(0, BLOCKED)
                                .mapToObj(i -> Definition.of(String.format(Locale.ROOT, "z-blocked-%02d/1", i))
                                        .any("no_such_label")
                                        .campaign()))
                .toList();
        return plan(Worlds.small(), campaigns);
    }

    private static Plan plan(FakeWorkspace world, List<Campaign> campaigns) {
        return new ApplyHarness(world, MemoryLockStore.of(Records.lock()), new HandClock(AT)).plan(campaigns);
    }
}
