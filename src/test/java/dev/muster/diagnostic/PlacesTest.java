package dev.muster.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Places that are known, and places that are looked up, are the same to whoever asks. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PlacesTest {
    private static final Place SALE = new Place("sale.yaml", 1, 1, "kind: campaign");
    private static final Place ANY = new Place("sale.yaml", 7, 3, "  any: [vip]");

    @Test
    void a_part_that_was_not_written_is_where_the_nearest_part_around_it_is() {
        var known = new Places(Map.of("sale", SALE, "sale.audience.any", ANY));
        var lookedUp = Places.lookedUp(
                document -> document.equals("sale") ? Map.of("sale", SALE, "sale.audience.any", ANY) : Map.of());

        for (var places : List.of(known, lookedUp)) {
            assertThat(places.of("sale.audience.any.3")).isEqualTo(ANY);
            assertThat(places.of("sale.message")).isEqualTo(SALE);
            assertThat(places.of("sales")).isEqualTo(Place.NOWHERE);
        }
    }

    @Test
    void a_document_is_looked_up_once_and_only_when_asked_for() {
        var asked = new ArrayList<String>();
        var places = Places.lookedUp(document -> {
            asked.add(document);
            return Map.of(document, SALE);
        });

        assertThat(asked).isEmpty();
        assertThat(places.of("sale.name")).isEqualTo(places.of("sale")).isEqualTo(SALE);
        assertThat(asked).containsExactly("sale");
    }
}
