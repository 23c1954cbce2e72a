package dev.muster.audience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.model.ContactId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RowIdsTest {
    private static final long SEED = 20_261_130;

    /** UUIDs in the usual spelling and in another one, numbers, words of any script. */
    @Test
    void every_id_has_one_row_and_comes_back_as_it_was_written() {
        var random = new Random(SEED);
        var ids = new RowIds();
        var rows = new HashMap<String, Integer>();
        for (int i = 0; i < 20_000; i++) {
            var id = id(random.nextInt(8_000));
            int row = ids.row(new ContactId(id));
            assertThat(rows.computeIfAbsent(id, none -> row))
                    .as("seed %d, %s", SEED, id)
                    .isEqualTo(row);
        }
        assertThat(ids.size()).isEqualTo(rows.size());
        rows.forEach((id, row) -> {
            assertThat(ids.id(row)).isEqualTo(new ContactId(id));
            assertThat(ids.find(new ContactId(id))).hasValue(row);
        });
        assertThat(ids.find(new ContactId("nobody"))).isEmpty();
        assertThat(new ArrayList<>(rows.values())).doesNotHaveDuplicates();
    }

    private static String id(int number) {
        var uuid = new UUID(number * 7_919L, ~number).toString();
        return switch (number % 4) {
            case 0 -> uuid;
            case 1 -> uuid.toUpperCase(java.util.Locale.ROOT);
            case 2 -> "contact_" + number;
            default -> "Ünïcode-" + number;
        };
    }
}
