package dev.muster.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A judge that finds nothing would let everything pass. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RunnerCommandsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "::error::x",
                "a line\n::error::x",
                "a line\r::error::x",
                "  \t ::error::x",
                "\u00a0\u2003\u3000\u2028\u0085::error::x",
                "::ERROR file=a,line=1::x",
                "::error::",
                "some text ##[error]x",
                "{\"name\" : \"##[Error]x\"}",
                "##[error file=a]"
            })
    void finds_a_command(String output) {
        assertThat(RunnerCommands.in(output)).containsExactly("error");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x ::error::y",
                "::error:x",
                ":: error::x",
                ":::error::x",
                "::nothing::x",
                "<U+003A>:error::x",
                "# #[error]x",
                "##[error",
                "##[nothing]x",
                "\ufeff::error::x"
            })
    void takes_nothing_else_for_one(String output) {
        assertThat(RunnerCommands.in(output)).isEmpty();
    }
}
