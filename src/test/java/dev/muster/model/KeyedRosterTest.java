package dev.muster.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KeyedRosterTest {
    private static final KeyedHash HASH = text -> text.hashCode() * 0x9E3779B97F4A7C15L;
    private static final KeyedHash OTHER = text -> text.hashCode() * 0x2545F4914F6CDD1DL;

    @Test
    void the_same_people_give_the_same_list_in_any_order() {
        assertThat(KeyedRoster.of(List.of(3L, -1L, 2L, 3L), HASH))
                .isEqualTo(KeyedRoster.of(List.of(2L, 3L, -1L), HASH));
        assertThat(KeyedRoster.of(List.of(3L, -1L, 2L, 3L), HASH).decoded()).containsExactly(-1, 2, 3);
    }

    @Test
    void eight_bytes_are_kept_of_a_person() {
        assertThat(KeyedRoster.of(List.of(1L, 2L, 3L), HASH).hashes()).hasSize(32);
        assertThat(KeyedRoster.of(List.of(), HASH).people()).isZero();
    }

    @Test
    void a_list_of_another_key_is_known_as_such() {
        var list = KeyedRoster.of(List.of(1L), HASH);

        assertThat(list.isMadeWith(HASH)).isTrue();
        assertThat(list.isMadeWith(OTHER)).isFalse();
    }

    @Test
    void what_is_no_list_is_refused() {
        assertThatThrownBy(() -> new KeyedRoster("", "AAAA")).hasMessageContaining("eight bytes");
        assertThatThrownBy(() -> new KeyedRoster("", "AAAAAAAAAAIAAAAAAAAAAQ=="))
                .hasMessageContaining("not sorted");
        assertThatThrownBy(() -> new KeyedRoster("", "+1555?")).isInstanceOf(IllegalArgumentException.class);
    }
}
