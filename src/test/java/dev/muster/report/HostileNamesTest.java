package dev.muster.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.approvaltests.Approvals;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Names and texts come from SeaX, which anybody with the dashboard can write to. However they are shown, they steer no
 * terminal, reverse no line and give no command to the machine that runs a pipeline.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HostileNamesTest {
    /** Clears a screen, reverses a line, starts one, and asks a CI runner for an error, in one short name. */
    private static final String HOSTILE =
            "x\u001b[2J\u202eevil\u2066 \n::error::pwned ::warning::pwned ##[error]pwned\r\u009b1m \u007f";

    private static final Sinks SINKS = new Sinks(HOSTILE);

    private static final Pattern RAW = Pattern.compile("[\u001b\u202e\u2066\r\u009b\u007f]");
    private static final Pattern COMMAND = Pattern.compile("(?m)^\\s*::[a-z]|##\\[");

    static Stream<Arguments> texts() {
        return arguments(SINKS.texts());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void nothing_hostile_reaches_a_terminal_or_a_pipeline_raw(String text) {
        assertThat(RAW.matcher(text).find()).as(text).isFalse();
        assertThat(COMMAND.matcher(text).find()).as(text).isFalse();
        assertThat(text).contains("<U+001B>[2J<U+202E>evil");
    }

    @Test
    void people_see_what_is_hidden() {
        var shown = new StringBuilder();
        SINKS.texts()
                .forEach((name, text) -> shown.append("## ")
                        .append(name)
                        .append("\n\n")
                        .append(text)
                        .append('\n'));

        Approvals.verify(shown);
    }

    static Stream<Arguments> documents() {
        return arguments(SINKS.documents());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void programs_read_it_as_it_is_and_a_terminal_that_shows_the_json_is_safe(String json) {
        assertThat(RAW.matcher(json).find()).as(json).isFalse();
        assertThat(COMMAND.matcher(json).find()).as(json).isFalse();
        assertThat(JsonMapper.shared().readTree(json).toString()).contains("##[error]pwned");
        assertThat(json).contains("\\u001B[2J\\u202Eevil");
    }

    private static Stream<Arguments> arguments(Map<String, String> shown) {
        return shown.entrySet().stream().map(each -> Arguments.of(Named.of(each.getKey(), each.getValue())));
    }
}
