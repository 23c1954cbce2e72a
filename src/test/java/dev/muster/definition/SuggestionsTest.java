package dev.muster.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SuggestionsTest {
    @Test
    void suggests_the_word_that_the_fewest_letters_lead_to() {
        assertThat(Suggestions.to("exclud", List.of("any", "all", "exclude", "exclude_contacts")))
                .contains("exclude");
        assertThat(Suggestions.to("SENDERS", List.of("schedule", "senders"))).contains("senders");
    }

    @Test
    void suggests_nothing_when_nothing_is_near() {
        assertThat(Suggestions.to("note", List.of("name", "owner"))).isEmpty();
        assertThat(Suggestions.to("anything", List.of())).isEmpty();
    }

    @Test
    void takes_the_first_of_the_alphabet_among_equals() {
        assertThat(Suggestions.to("bat", List.of("cat", "bar", "bad"))).contains("bad");
    }
}
