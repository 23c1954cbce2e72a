package dev.muster.cli.lock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.cli.InMemoryProgram;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A definition that git could not merge says two things: its first mark is named, and nothing is sent. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class UnfinishedMergeTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<<<<<<< HEAD\nname: Winter\n=======\nname: Summer\n>>>>>>> summer\n",
                "<<<<<<< HEAD\r\nname: Winter\r\n=======\r\nname: Summer\r\n>>>>>>> summer\r\n",
                "||||||| 1234567\nname: Autumn\n",
                "=======\nname: Summer\n",
                ">>>>>>> summer\nname: Summer\n"
            })
    void a_mark_of_git_in_a_definition_is_named_and_nothing_is_sent(String merged) {
        try (var program = new InMemoryProgram(folder)) {
            program.run("init");
            program.write("campaigns/sale.yaml", "kind: campaign\nkey: sale\n" + merged);

            assertThat(program.run("validate").all())
                    .contains(
                            "campaigns/sale.yaml:3:1: error: an unfinished merge: this line is a conflict mark of git",
                            "[yaml/unfinished-merge]",
                            "then `git add` it");
            assertThat(program.run("apply", "--confirm", "6").code()).isEqualTo(1);
            assertThat(program.sandbox().ledger().messages()).isZero();
        }
    }
}
