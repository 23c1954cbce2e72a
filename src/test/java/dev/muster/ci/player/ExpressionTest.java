package dev.muster.ci.player;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.ci.player.Scope.Standing;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The values are those of GitHub's page on expressions; its own examples are among them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ExpressionTest {
    private static final Standing FAILED = new Standing(true, false, false);
    private static final Standing CANCELLED = new Standing(false, true, false);
    private static final Standing SKIPPED = new Standing(false, false, false);

    private static final Scope SCOPE = new Scope(
            Map.of(
                    "github", Map.of("event_name", "push", "event", Map.of("number", 7.0, "pull_request", Map.of())),
                    "needs",
                            Map.of(
                                    "plan", Map.of("result", "success", "outputs", Map.of("has_sends", "true")),
                                    "lint", Map.of("result", "failure")),
                    "labels", List.of("bug", "Wave"),
                    "inputs", Map.of("java-version", "17", "empty", "")),
            Standing.GOOD);

    @ParameterizedTest(name = "{0} => {1}")
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
            'It''s open source!' ; It's open source!
            711 ; 711
            -9.2 ; -9.2
            0xff ; 255
            -2.99e-2 ; -0.0299
            'a' == 'A' ; true
            'a' != 'b' ; true
            null == 0 ; true
            true == 1 ; true
            '' == 0 ; true
            '1' == 1 ; true
            'true' == true ; false
            'x' == 0 ; false
            1 < 2 && 2 <= 2 ; true
            3 > 2 || false ; true
            1 >= 2 ; false
            !'' ; true
            !(1 == 1) ; false
            '' || 'HEAD^1' ; HEAD^1
            'a' || 'b' ; a
            'a' && 'b' ; b
            false && 'b' ; false
            true || false && false ; true
            github.event_name ; push
            GITHUB.event_name ; push
            github.EVENT_NAME == 'PUSH' ; true
            github['event_name'] ; push
            github.event.number ; 7
            github.event.pull_request.head.sha ; ~~
            github.event.pull_request.head.sha == null ; true
            github.event.pull_request.head.sha == '' ; true
            needs.plan.outputs.has_sends == 'true' ; true
            contains(needs.*.result, 'failure') ; true
            contains(needs.*.result, 'cancelled') ; false
            contains(needs.*.result, 'fail') ; false
            contains('Hello world', 'LLO') ; true
            contains(labels, 'wave') ; true
            labels[1] ; Wave
            labels[2] ; ~~
            startsWith('Hello world', 'he') ; true
            endsWith('Hello world', 'LD') ; true
            inputs.java-version ; 17
            github.event_name == 'merge_group' && '0' || '2' ; 2
            always() ; true
            success() ; true
            failure() ; false
            cancelled() ; false
            """)
    void is_worth(String expression, String value) {
        assertThat(Values.text(Expression.evaluate(expression, SCOPE))).isEqualTo(value == null ? "" : value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"'a", "a b", "(1", "hashFiles('x')", "1 +  2", "\"a\" == 'a'", "", "a ==", "contains('a' 'b')"})
    void what_is_no_expression_here_is_an_error(String text) {
        assertThatThrownBy(() -> Expression.evaluate(text, SCOPE)).isInstanceOf(RuntimeException.class);
    }

    @ParameterizedTest(name = "if: {0}")
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
            ~~ ; true ; false ; false ; false
            always() ; true ; true ; true ; true
            success() ; true ; false ; false ; false
            failure() ; false ; true ; false ; false
            cancelled() ; false ; false ; true ; false
            !cancelled() ; true ; true ; false ; true
            ${{ !cancelled() && needs.plan.result != 'skipped' }} ; true ; true ; false ; true
            needs.plan.result == 'success' ; true ; false ; false ; false
            ${{ needs.lint.result == 'success' }} ; false ; false ; false ; false
            always() && needs.lint.result == 'success' ; false ; false ; false ; false
            """)
    void a_condition_asks_for_success_unless_it_asks_how_things_stand(
            String condition, boolean good, boolean failed, boolean cancelled, boolean skipped) {
        var text = condition == null ? "" : condition;
        assertThat(List.of(
                        Expression.isMet(text, SCOPE),
                        Expression.isMet(text, SCOPE.standing(FAILED)),
                        Expression.isMet(text, SCOPE.standing(CANCELLED)),
                        Expression.isMet(text, SCOPE.standing(SKIPPED))))
                .containsExactly(good, failed, cancelled, skipped);
    }

    @Test
    void a_text_is_filled() {
        assertThat(Expression.fill("plan-${{ github.event_name }}-${{ needs.none.result }}-${{7}}", SCOPE))
                .isEqualTo("plan-push--7");
        assertThat(Expression.fill("${{ github.event_name\n}} $5 \\1", SCOPE)).isEqualTo("push $5 \\1");
    }
}
