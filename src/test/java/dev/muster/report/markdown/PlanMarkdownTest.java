package dev.muster.report.markdown;

import static dev.muster.testing.Records.AT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.apply.ApplyReport;
import dev.muster.apply.ApplyResult;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.Place;
import dev.muster.diagnostic.PolicyRule;
import dev.muster.diagnostic.Severity;
import dev.muster.model.Campaign;
import dev.muster.model.RemoteId;
import dev.muster.plan.Plan;
import dev.muster.report.TextStyle;
import dev.muster.report.text.PlanText;
import dev.muster.testing.ApplyHarness;
import dev.muster.testing.Definition;
import dev.muster.testing.HandClock;
import dev.muster.testing.MemoryLockStore;
import dev.muster.testing.Records;
import dev.muster.testing.Worlds;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What others wrote stays text in a comment, whatever it tries, and the comment stays within what a server takes. */
@Tag("slow")
@DisplayNameGeneration(ReplaceUnderscores.class)
class PlanMarkdownTest {
    private static final Pattern TAG = Pattern.compile("<[a-zA-Z/!][^>]*>");
    private static final Pattern MARKER = Pattern.compile("<!-- muster:");

    static Stream<String> payloads() {
        return Stream.of(
                "<script>alert(1)</script>",
                "</details><h1>Approved</h1>",
                "</summary></details>",
                "</code></summary>",
                "<img src=https://example.com/beacon.png>",
                "![beacon](https://example.com/beacon.png)",
                "[safe](javascript:alert(1))",
                "<javascript:alert(1)>",
                "[x]: https://example.com",
                "<!-- muster:{\"v\":1,\"command\":\"plan\",\"workspace\":\"production\"} -->",
                "-->",
                "<!--",
                "@everybody @acme/team",
                "see #123 and GH-7 and acme/campaigns#9",
                "https://example.com/?a=<b>&c",
                "www.example.com",
                "`code`",
                "``` ```",
                "a ```` b",
                "```\n</details>\n@everybody\n```",
                "~~~\n@everybody\n~~~",
                "````text\n@everybody\n````",
                "| a | b |",
                "a \\| b \\` c",
                "\\",
                "ends with a backslash \\",
                "`",
                "``",
                "> [!NOTE]\n> approved",
                "# Heading",
                "- [x] approved",
                "1. one\n2. two",
                "---",
                "===",
                "**bold** _italic_ ~~struck~~",
                "$\\href{https://example.com}{x}$",
                "$$\\unicode{x}$$",
                ":tada: :+1:",
                "&lt;b&gt; &#64;everybody &commat;everybody",
                "<details open><summary>x</summary>",
                "<a href=\"https://example.com\" onclick=\"x()\">x</a>",
                "<svg/onload=alert(1)>",
                "<iframe src=//example.com>",
                "<style>*{display:none}</style>",
                "<table><tr><td>",
                "<input type=checkbox checked>",
                "[^1]\n\n[^1]: @everybody",
                "turned \u202e round",
                "zero\u200bwidth\u2060joined\ufeff",
                "tag \uDB40\uDC41 characters",
                "::error::command",
                "##[error]command",
                "\u001b[31mred",
                "a\r\nb\rc",
                "line\u2028separator\u2029",
                "    indented code",
                "\ttab",
                "0123456789abcdef0123456789abcdef01234567",
                "=cmd|' /C calc'!A0",
                "<!DOCTYPE html>",
                "<?php ?>",
                "<![CDATA[ @everybody ]]>");
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void a_text_cannot_leave_its_code(String payload) {
        var plan = plan(List.of(
                        Definition.of("a/1").saying(payload + " " + payload).campaign(),
                        Definition.of("b/1")
                                .any(payload.strip().replaceAll("\\s+", " "))
                                .campaign()))
                .noting(warning(payload))
                .noting(error(payload));

        isHarmless(PlanMarkdown.of(plan, Optional.empty()));
    }

    @Test
    void a_path_stands_in_one_line_with_all_that_is_in_it() {
        var plan = plan(List.of(Definition.of("a/1").campaign())).noting(error("x\n## |\r\t`b`\u2028.yaml"));

        assertThat(PlanMarkdown.of(plan, Optional.empty()))
                .contains("at ``x<U+000A>## |<U+000D><U+0009>`b`<U+2028>.yaml:1:1``\n");
        assertThat(PlanText.of(plan, TextStyle.NONE, 100, false, List.of()))
                .contains("        x<U+000A>## |<U+000D><U+0009>`b`<U+2028>.yaml:1:1\n");
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void what_seax_answers_cannot_leave_its_code(String payload) {
        var plan = plan(List.of());
        var effects = List.<ApplyResult>of(
                new ApplyResult.Sent(Records.identity("a/1"), new RemoteId("campaign_1"), 2, List.of(payload)),
                new ApplyResult.Refused(Records.identity("b/1"), payload, false),
                new ApplyResult.InDoubt(Records.identity("c/1"), payload),
                new ApplyResult.NotRecorded(Records.inDoubt("d/1"), payload, payload),
                new ApplyResult.NotTried(Records.identity("e/1"), payload));
        var markdown = new ApplyMarkdown(plan, List.of(), List.of());

        isHarmless(markdown.summary(new ApplyReport(effects, false), List.of(payload), 6));
        isHarmless(markdown.declined(payload, 4));
        isHarmless(FailureMarkdown.of("plan", "production", 1, payload));
        isHarmless(FailureMarkdown.of("plan", "production", 1, List.of(warning(payload))));
    }

    @Test
    void a_thousand_campaigns_fit_and_the_totals_are_there() {
        var campaigns = IntStream.range(0, 1_000)
                .mapToObj(i -> Definition.of("campaign-%04d/1".formatted(i))
                        .saying("Text number " + i + " " + "🎉".repeat(400))
                        .campaign())
                .toList();

        var comment = PlanMarkdown.of(plan(campaigns), Optional.empty());

        assertThat(comment)
                .hasSizeLessThanOrEqualTo(Comment.BUDGET)
                .contains("## Muster plan (production): 1,000 campaigns, 2,000 messages", "campaign-0000")
                .containsPattern("and ([0-9,]+) more: \\1 will be sent \\| \\| \\| \\| \\|")
                .containsPattern("_Truncated: \\d+ of [0-9,]+ details shown")
                .contains("muster apply --expect sha256:");
        isHarmless(comment);
    }

    @Test
    void warnings_and_failures_fit_however_many_and_long_they_are() {
        var plan = plan(List.of(Definition.of("a/1").campaign()));
        for (int i = 0; i < 100; i++) {
            plan = plan.noting(warning(i + "x".repeat(10_000)));
        }
        var effects = IntStream.range(0, 5_000)
                .mapToObj(
                        i -> (ApplyResult) new ApplyResult.InDoubt(Records.identity("a" + i + "/1"), "y".repeat(5_000)))
                .toList();

        assertThat(PlanMarkdown.of(plan, Optional.empty()))
                .hasSizeLessThanOrEqualTo(Comment.BUDGET)
                .contains("- and 90 more: 90 warnings");
        assertThat(new ApplyMarkdown(plan, List.of(), List.of())
                        .summary(new ApplyReport(effects, false), List.of("z".repeat(100_000)), 6))
                .hasSizeLessThanOrEqualTo(Comment.BUDGET)
                .containsPattern("and ([0-9,]+) more: \\1 in doubt \\| \\| \\|");
        assertThat(FailureMarkdown.of("plan", "production", 1, "z".repeat(100_000)))
                .hasSizeLessThanOrEqualTo(Comment.BUDGET);
    }

    /** Without code, only our own words are left: none that names, links, mentions, or opens a tag that is not ours. */
    private static void isHarmless(String comment) {
        assertThat(MARKER.matcher(comment).results()).hasSize(1);
        assertThat(comment).startsWith("<!-- muster:{");
        assertThat(comment.codePoints()).noneMatch(c -> c != '\n' && Character.getType(c) == Character.CONTROL);
        assertThat(comment).doesNotContain("\u202e", "\u200b", "\u2060", "\ufeff", "\u2028", "\u2029");
        var rest = withoutCode(comment);
        assertThat(rest).doesNotContain("@", "](", "://", "www.", "javascript", "everybody", "Approved", "$", "&");
        assertThat(TAG.matcher(rest).results().map(tag -> tag.group()))
                .isSubsetOf(
                        "<details>",
                        "<details open>",
                        "</details>",
                        "<summary>",
                        "</summary>",
                        comment.lines().findFirst().orElseThrow());
        assertThat(count(rest, "<details")).isEqualTo(count(rest, "</details>"));
    }

    private static long count(String text, String part) {
        return Pattern.compile(Pattern.quote(part)).matcher(text).results().count();
    }

    /** As CommonMark reads it: fenced blocks line by line, then spans between equally long runs, then our own HTML code. */
    private static String withoutCode(String comment) {
        var rest = new StringBuilder();
        var fence = "";
        for (var line : comment.split("\n", -1)) {
            var run = line.replaceFirst("^(`*).*$", "$1");
            if (fence.isEmpty()
                    && run.length() >= 3
                    && !line.substring(run.length()).contains("`")) {
                fence = run;
            } else if (!fence.isEmpty()) {
                boolean closes = run.length() >= fence.length() && line.strip().length() == run.length();
                fence = closes ? "" : fence;
            } else {
                rest.append(withoutSpans(line)).append('\n');
            }
        }
        assertThat(fence).as("a fence that nothing closes").isEmpty();
        return rest.toString().replaceAll("<code>[^<>@]*</code>", "");
    }

    private static String withoutSpans(String line) {
        return Pattern.compile("(?<!`)(`+)(?!`)(.*?)(?<!`)\\1(?!`)")
                .matcher(line)
                .replaceAll("");
    }

    private static Diagnostic warning(String message) {
        return PolicyRule.MAX_REACH.at(Severity.WARNING, Place.NOWHERE, message, message);
    }

    private static Diagnostic error(String file) {
        return PolicyRule.MAX_REACH.at(Severity.ERROR, Place.of(file), "must not be", "nothing");
    }

    private static Plan plan(List<Campaign> campaigns) {
        var store = MemoryLockStore.of(Records.lock());
        return new ApplyHarness(Worlds.small(), store, new HandClock(AT)).plan(campaigns);
    }
}
