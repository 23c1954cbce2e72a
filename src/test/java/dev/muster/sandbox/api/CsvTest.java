package dev.muster.sandbox.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CsvTest {
    @Test
    void quotes_keep_commas_quotes_and_line_breaks() {
        assertThat(Csv.rows("name,labels\n\"Ada \"\"A\"\" Test\",\"vip,new\nline\"\n"))
                .containsExactly(Map.of("name", "Ada \"A\" Test", "labels", "vip,new\nline"));
    }

    @Test
    void a_byte_order_mark_carriage_returns_and_empty_lines_do_not_matter() {
        assertThat(Csv.rows("\ufeffName,PHONE\r\n\r\nAda,+15550100190\r\n"))
                .containsExactly(Map.of("name", "Ada", "phone", "+15550100190"));
    }

    @Test
    void a_short_row_is_filled_up() {
        assertThat(Csv.rows("name,phone\nAda")).isEqualTo(List.of(Map.of("name", "Ada", "phone", "")));
    }

    @Test
    void an_empty_file_has_no_rows() {
        assertThat(Csv.rows("")).isEmpty();
    }
}
